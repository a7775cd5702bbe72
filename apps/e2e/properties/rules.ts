import type { RuleName } from '#libs/reputation';

/** What the model knows of a version of the rules. */
export interface ModelRules {
  readonly points: Readonly<Record<RuleName, number>>;
  readonly dailyCap: number;
  readonly privileges: { readonly VOTE_DOWN: number; readonly OFFER_BOUNTY: number };
  readonly bounty: {
    readonly least: number;
    readonly most: number;
    readonly days: number;
    readonly graceDays: number;
    readonly leastScore: number;
  };
  readonly solutions: { readonly alsoSolvedMost: number; readonly onBehalfAfterDays: number };
}

/** So small that a dozen deeds reach every cap, threshold and limit. */
const SMALL_TOWN: ModelRules = {
  points: {
    QUESTION_UPVOTED: 10,
    QUESTION_DOWNVOTED: -2,
    ANSWER_UPVOTED: 10,
    ANSWER_DOWNVOTED: -2,
    VOTED_ANSWER_DOWN: -1,
    ANSWER_ACCEPTED: 15,
    ACCEPTED_AN_ANSWER: 2,
    ANSWER_ALSO_SOLVED: 5,
    ANSWER_MADE_OFFICIAL: 15,
    ANSWER_PROMOTED: 25,
  },
  dailyCap: 25,
  privileges: { VOTE_DOWN: 12, OFFER_BOUNTY: 10 },
  bounty: { least: 5, most: 40, days: 2, graceDays: 1, leastScore: 1 },
  solutions: { alsoSolvedMost: 2, onBehalfAfterDays: 2 },
};

/** What admins change between; the first is in force when a story begins. */
export const RULES: readonly ModelRules[] = [
  SMALL_TOWN,
  {
    ...SMALL_TOWN,
    points: { ...SMALL_TOWN.points, QUESTION_UPVOTED: 4, ANSWER_UPVOTED: 7, ANSWER_ACCEPTED: 20 },
    dailyCap: 18,
  },
  { ...SMALL_TOWN, dailyCap: 45, privileges: { VOTE_DOWN: 5, OFFER_BOUNTY: 30 } },
  {
    ...SMALL_TOWN,
    points: {
      ...SMALL_TOWN.points,
      QUESTION_UPVOTED: 0,
      ANSWER_DOWNVOTED: -6,
      VOTED_ANSWER_DOWN: -3,
      ANSWER_PROMOTED: 9,
    },
    dailyCap: 10,
    solutions: { alsoSolvedMost: 1, onBehalfAfterDays: 1 },
    bounty: { ...SMALL_TOWN.bounty, days: 1, graceDays: 0, leastScore: 0 },
  },
];

/** The same as an admin gives them: what is not listed keeps the figure of the preset. */
export function givenValues(rules: ModelRules): { path: string; value: number }[] {
  const { points, dailyCap, privileges, bounty, solutions } = rules;
  const all = { points, privileges, bounty, solutions, hysteresis: { graceDays: 2 } };
  const values = Object.entries(all).flatMap(([section, figures]) =>
    Object.entries(figures).map(([name, value]) => ({ path: `${section}.${name}`, value: Number(value) })),
  );
  return [
    ...values,
    { path: 'dailyCap', value: dailyCap },
    { path: 'solutions.reminderAfterDays', value: 1 },
  ];
}
