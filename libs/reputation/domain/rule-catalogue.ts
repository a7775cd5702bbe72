import type { PresetName, RuleSet } from './rule-set.js';
import { PRESETS } from './presets.js';

/** In the order in which people read them. Ranks are beside these: there are as many as a community likes. */
export const RULE_SECTIONS = [
  'POINTS',
  'PRIVILEGES',
  'ABILITIES',
  'VOTES',
  'SOLUTIONS',
  'BOUNTIES',
  'RATINGS',
  'EXPERTISE',
  'SUPERUSERS',
] as const;
export type RuleSection = (typeof RULE_SECTIONS)[number];

/** What a figure counts. `SHARE` is 0 to 1. All but shares and stars are whole. */
export const RULE_UNITS = ['POINTS', 'COUNT', 'DAYS', 'MONTHS', 'SHARE', 'STARS'] as const;
export type RuleUnit = (typeof RULE_UNITS)[number];

/** One figure of a rule set, and what it may be. */
export interface RuleFact {
  /** Where it stands in a rule set, such as `points.ANSWER_UPVOTED`. */
  readonly path: string;
  readonly section: RuleSection;
  readonly unit: RuleUnit;
  readonly least: number;
  readonly most: number;
  /** What it means, to people who have never read these rules. */
  readonly description: string;
  /** Why it cannot be anything else, where that does not go without saying. */
  readonly because?: string;
}

type Line = readonly [
  ...[path: string, unit: RuleUnit, least: number, most: number, description: string],
  because?: string,
];

const section = (name: RuleSection, lines: readonly Line[]): RuleFact[] =>
  lines.map(([path, unit, least, most, description, because]) => ({
    path,
    section: name,
    unit,
    least,
    most,
    description,
    because,
  }));

/** So much for one act that no figure of an account leaves what the database can hold. */
const MOST_POINTS = 1_000;
const MOST_REPUTATION = 1_000_000;

const gain = (rule: string, description: string): Line => [
  `points.${rule}`,
  'POINTS',
  0,
  MOST_POINTS,
  description,
];
const loss = (rule: string, description: string): Line => [
  `points.${rule}`,
  'POINTS',
  -MOST_POINTS,
  0,
  description,
];
const opens = (privilege: string, description: string): Line => [
  `privileges.${privilege}`,
  'POINTS',
  0,
  MOST_REPUTATION,
  description,
];
const bar = (ability: string, description: string): Line => [
  `abilities.${ability}`,
  'SHARE',
  0.51,
  0.99,
  description,
  'Quality begins at 0.5, with nothing done: such a bar would be passed by whoever has just joined.',
];

export const RULE_FACTS: readonly RuleFact[] = [
  ...section('POINTS', [
    gain('QUESTION_UPVOTED', 'The author of a question gets this for each vote up.'),
    loss('QUESTION_DOWNVOTED', 'The author of a question loses this for each vote down.'),
    gain('ANSWER_UPVOTED', 'The author of an answer gets this for each vote up.'),
    loss('ANSWER_DOWNVOTED', 'The author of an answer loses this for each vote down.'),
    loss('VOTED_ANSWER_DOWN', 'Voting an answer down costs the voter this, so that it is meant.'),
    gain('ANSWER_ACCEPTED', 'The author of an answer gets this when the asker accepts it.'),
    gain('ACCEPTED_AN_ANSWER', 'The asker gets this for accepting an answer by somebody else.'),
    gain('ANSWER_ALSO_SOLVED', 'The author of an answer gets this when it is marked as also solving it.'),
    gain('ANSWER_MADE_OFFICIAL', 'The author of an answer gets this when a moderator makes it official.'),
    gain('ANSWER_PROMOTED', 'The author of an answer gets this when it becomes a published article.'),
    [
      'dailyCap',
      'POINTS',
      0,
      100_000,
      'Votes up bring one person no more than this on one UTC day. Nothing else counts towards it.',
    ],
  ]),
  ...section('PRIVILEGES', [
    opens('ASK', 'From this reputation on people ask questions; 0 for everybody who is logged in.'),
    opens('ANSWER', 'From this reputation on people answer.'),
    opens('COMMENT', 'From this reputation on people comment.'),
    opens('VOTE_UP', 'From this reputation on people vote up.'),
    opens('OFFER_BOUNTY', 'From this reputation on people offer bounties.'),
    opens('VOTE_DOWN', 'From this reputation on people vote down.'),
    opens('NOMINATE_SUPERUSER', 'From this reputation on people nominate others as superusers.'),
    opens('CREATE_TAG', 'From this reputation on people use tags that nobody used before.'),
    opens('EDIT_OTHERS_POSTS', 'From this reputation on people edit what others wrote.'),
    [
      'hysteresis.share',
      'SHARE',
      0,
      1,
      'A privilege is lost at once below this share of its threshold; above it, days of grace count.',
    ],
    ['hysteresis.graceDays', 'DAYS', 0, 365, 'So long one may stay below a threshold before it is lost.'],
  ]),
  ...section('ABILITIES', [
    bar('POSTS', 'From this quality of their own posts on people may vote down without the points.'),
    bar('EDITS', 'From this quality of their edits on people may edit others’ posts without the points.'),
    bar('FLAGS', 'From this quality of their reports on, reports of theirs are looked at first.'),
  ]),
  ...section('VOTES', [
    ['votes.upPerDay', 'COUNT', 1, 10_000, 'Votes up that one person casts on a UTC day, at most.'],
    ['votes.downPerDay', 'COUNT', 0, 10_000, 'Votes down that one person casts on a UTC day, at most.'],
    ['votes.upPerAuthor', 'COUNT', 1, 10_000, 'Votes up on posts of the same author on a UTC day, at most.'],
    [
      'votes.downPerAuthor',
      'COUNT',
      0,
      10_000,
      'Votes down on posts of the same author on a UTC day, at most.',
    ],
  ]),
  ...section('SOLUTIONS', [
    [
      'solutions.alsoSolvedMost',
      'COUNT',
      0,
      4,
      'So many answers can be marked as also solving a question, besides the accepted one.',
    ],
    [
      'solutions.reminderAfterDays',
      'DAYS',
      1,
      365,
      'After so long without acceptance the asker is reminded, once.',
    ],
    [
      'solutions.onBehalfAfterDays',
      'DAYS',
      1,
      365,
      'After so long without a word of the asker a moderator may accept for them.',
    ],
  ]),
  ...section('BOUNTIES', [
    ['bounty.least', 'POINTS', 1, 100_000, 'The smallest bounty.'],
    ['bounty.most', 'POINTS', 1, 100_000, 'The largest bounty.'],
    ['bounty.days', 'DAYS', 1, 90, 'So long a bounty is open.'],
    [
      'bounty.graceDays',
      'DAYS',
      0,
      30,
      'So long its offerer may still award it after it has ended, before the rule decides.',
    ],
    ['bounty.leastScore', 'COUNT', 0, 1_000, 'From this score on an answer gets the bounty by rule.'],
  ]),
  ...section('RATINGS', [
    [
      'ratings.priorMean',
      'STARS',
      1,
      5,
      'The stars that a helper’s average begins with, before many have rated.',
    ],
    ['ratings.priorWeight', 'COUNT', 0, 1_000, 'So many ratings that beginning counts for.'],
    ['ratings.leastCount', 'COUNT', 1, 1_000, 'From so many ratings on an average is shown.'],
  ]),
  ...section('EXPERTISE', [
    ['expertise.halfLifeDays', 'DAYS', 1, 3_650, 'After so long a contribution counts half.'],
  ]),
  ...section('SUPERUSERS', [
    ['superusers.reputation', 'POINTS', 0, MOST_REPUTATION, 'Superusers have this reputation, at least.'],
    ['superusers.windowDays', 'DAYS', 7, 730, 'The days that the following are counted over.'],
    ['superusers.activeDays', 'DAYS', 0, 730, 'On so many of them they were active.'],
    ['superusers.solutions', 'COUNT', 0, 10_000, 'So many of their answers solved a question in them.'],
    ['superusers.askers', 'COUNT', 0, 10_000, 'So many different people asked those questions.'],
    ['superusers.quality', 'SHARE', 0, 0.99, 'The quality of their posts is this, at least.'],
    ['superusers.stayShare', 'SHARE', 0, 1, 'Whoever is in stays with this share of each of these.'],
    ['superusers.graceDays', 'DAYS', 0, 365, 'So long one may stay below even that.'],
    ['superusers.invitationDays', 'DAYS', 1, 365, 'So long an invitation waits for an answer.'],
    ['superusers.termMonths', 'MONTHS', 1, 120, 'So long a term is, before it is renewed.'],
  ]),
];

/** The figure of a rule set that stands at a path of `RULE_FACTS`. */
export function valueAt(rules: RuleSet, path: string): number {
  const [group = '', key = ''] = path.split('.');
  const found = (rules as unknown as Record<string, unknown>)[group];
  const value = typeof found === 'object' ? (found as Record<string, unknown>)[key] : found;
  if (typeof value !== 'number') throw new Error(`the rules have no ${path}`);
  return value;
}

/** The rule set with these figures and the ranks of `ranks`. Every path of `RULE_FACTS` must be there. */
export function rulesOf(values: ReadonlyMap<string, number>, ranks: RuleSet['ranks']): RuleSet {
  const rules: Record<string, unknown> = { ranks };
  for (const { path } of RULE_FACTS) {
    const value = values.get(path);
    if (value === undefined) throw new Error(`no figure was given for ${path}`);
    const [group = '', key] = path.split('.');
    if (key === undefined) rules[group] = value;
    else rules[group] = { ...(rules[group] as object | undefined), [key]: value };
  }
  return rules as unknown as RuleSet;
}

/** One figure, or all ranks, that differ between two rule sets. */
export interface RuleChange {
  /** `ranks` stands for all of them. */
  readonly path: string;
  /** Null for ranks, and for what one of the two does not have. */
  readonly before: number | null;
  readonly after: number | null;
}

export function changesBetween(before: RuleSet, after: RuleSet): RuleChange[] {
  const figures = RULE_FACTS.map(({ path }) => ({
    path,
    before: valueAt(before, path),
    after: valueAt(after, path),
  })).filter((change) => change.before !== change.after);
  const areRanksSame = JSON.stringify(sorted(before.ranks)) === JSON.stringify(sorted(after.ranks));
  return areRanksSame ? figures : [...figures, { path: 'ranks', before: null, after: null }];
}

/** JSON out of the database has its keys in another order. */
function sorted(ranks: RuleSet['ranks']): unknown {
  return ranks.map(({ names, reputation, solutions, articles }) => [
    Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)),
    ...[reputation, solutions, articles],
  ]);
}

/** The preset that these rules are, to the figure; null if somebody changed something. */
export function presetOf(rules: RuleSet): PresetName | null {
  const names = Object.keys(PRESETS) as PresetName[];
  return names.find((name) => changesBetween(PRESETS[name], rules).length === 0) ?? null;
}
