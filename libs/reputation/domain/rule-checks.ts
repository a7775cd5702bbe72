import { UserInputError } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';
import { RULE_FACTS, rulesOf, valueAt } from './rule-catalogue.js';
import type { RuleFact } from './rule-catalogue.js';
import type { RankRule, RuleSet } from './rule-set.js';

/** Rules as somebody gave them: a figure by its path, and the ladder of ranks. What is left out stays as it was. */
export interface GivenRules {
  readonly values: readonly { readonly path: string; readonly value: number }[];
  readonly ranks?: readonly GivenRank[] | null;
}

export interface GivenRank {
  readonly names: readonly { readonly locale: string; readonly name: string }[];
  readonly reputation: number;
  readonly solutions: number;
  readonly articles: number;
}

export const RANKS = { least: 1, most: 20, name: 40, figure: 1_000_000 } as const;
const LOCALE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const FACTS = new Map(RULE_FACTS.map((fact) => [fact.path, fact]));

/**
 * The rules that `given` makes of `before`.
 * @throws UserInputError by the path of each figure that is out of range or contradicts another
 */
export function checkedRules(given: GivenRules, before: RuleSet): RuleSet {
  const values = new Map(RULE_FACTS.map(({ path }) => [path, valueAt(before, path)]));
  const problems: FieldProblem[] = [];
  const seen = new Map<string, number>();
  for (const { path, value } of given.values) {
    const fact = FACTS.get(path);
    const problem = fact ? problemOf(fact, value, seen.get(path)) : 'There is no such rule.';
    if (problem) problems.push({ path, message: problem });
    else values.set(path, value);
    seen.set(path, value);
  }
  const ranks = given.ranks ? checkedRanks(given.ranks, problems) : before.ranks;
  // Figures that are out of range say nothing about what contradicts what.
  if (problems.length > 0) throw new UserInputError(problems);
  const rules = rulesOf(values, ranks);
  const contradictions = contradictionsIn(rules);
  if (contradictions.length > 0) throw new UserInputError(contradictions);
  return rules;
}

/** @param before what the same rules said of it already */
function problemOf({ unit, least, most, because }: RuleFact, value: number, before?: number): string | null {
  if (before !== undefined && before !== value) return 'This is given twice, with different figures.';
  const isWhole = unit !== 'SHARE' && unit !== 'STARS';
  if (!Number.isFinite(value) || value < least || value > most) {
    const limits = `This takes ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`;
    return because ? `${limits} ${because}` : limits;
  }
  return isWhole && !Number.isInteger(value) ? 'This takes a whole number.' : null;
}

/** Rules that each are possible and together make no sense. Told at the one that is easier to change. */
function contradictionsIn(rules: RuleSet): FieldProblem[] {
  const { points, dailyCap, votes, bounty, privileges, solutions, superusers } = rules;
  const bestUpvote = Math.max(points.QUESTION_UPVOTED, points.ANSWER_UPVOTED);
  const all: [isWrong: boolean, path: string, message: string][] = [
    [
      points.ANSWER_ALSO_SOLVED > points.ANSWER_ACCEPTED,
      'points.ANSWER_ALSO_SOLVED',
      'An answer that also solved it cannot be worth more than the accepted one.',
    ],
    [
      dailyCap < bestUpvote,
      'dailyCap',
      `One vote up alone brings ${bestUpvote}: the limit of a day cannot be below that.`,
    ],
    [
      votes.upPerAuthor > votes.upPerDay,
      'votes.upPerAuthor',
      'Votes for one author cannot be more than all votes of a day.',
    ],
    [
      votes.downPerAuthor > votes.downPerDay,
      'votes.downPerAuthor',
      'Votes on one author cannot be more than all votes of a day.',
    ],
    [bounty.least > bounty.most, 'bounty.least', 'The smallest bounty cannot be above the largest.'],
    [
      privileges.OFFER_BOUNTY < bounty.least,
      'privileges.OFFER_BOUNTY',
      `Nobody can offer a bounty of ${bounty.least} with less reputation than that.`,
    ],
    [
      solutions.onBehalfAfterDays < solutions.reminderAfterDays,
      'solutions.onBehalfAfterDays',
      'Nobody accepts for an asker who has not been reminded.',
    ],
    [
      superusers.activeDays > superusers.windowDays,
      'superusers.activeDays',
      'There are not so many days in the window.',
    ],
    [
      superusers.askers > superusers.solutions,
      'superusers.askers',
      'There cannot be more askers than questions that were solved.',
    ],
  ];
  return all.flatMap(([isWrong, path, message]) => (isWrong ? [{ path, message }] : []));
}

function checkedRanks(given: readonly GivenRank[], problems: FieldProblem[]): RankRule[] {
  const wrong = (path: string, message: string) => problems.push({ path, message });
  if (given.length < RANKS.least || given.length > RANKS.most) {
    wrong('ranks', `There are ${RANKS.least} to ${RANKS.most} ranks.`);
  }
  const taken = new Set<string>();
  const ranks = given.slice(0, RANKS.most).map((rank, index): RankRule => {
    const at = `ranks.${index}`;
    const names: Record<string, string> = {};
    for (const { locale, name: written } of rank.names) {
      const name = written.normalize('NFC').replace(/\s+/g, ' ').trim();
      const key = `${locale} ${name.toLowerCase()}`;
      if (!LOCALE.test(locale) || locale.length > 35) wrong(`${at}.names`, 'This is not a language tag.');
      else if (name.length < 1 || name.length > RANKS.name) {
        wrong(`${at}.names.${locale}`, `A name takes 1 to ${RANKS.name} characters.`);
      } else if (taken.has(key)) wrong(`${at}.names.${locale}`, 'Another rank has this name.');
      taken.add(key);
      names[locale] = name;
    }
    if (!('en' in names)) wrong(`${at}.names.en`, 'Readers of other languages see the English name.');
    for (const figure of ['reputation', 'solutions', 'articles'] as const) {
      const value = rank[figure];
      if (!Number.isInteger(value) || value < 0 || value > RANKS.figure) {
        wrong(`${at}.${figure}`, `This takes 0 to ${RANKS.figure.toLocaleString('en')}, a whole number.`);
      }
    }
    const { reputation, solutions, articles } = rank;
    return { names, reputation, solutions, articles };
  });
  ranks.forEach((rank, index) => {
    const lower = ranks[index - 1];
    const figures = ['reputation', 'solutions', 'articles'] as const;
    if (!lower) {
      const asked = figures.find((figure) => rank[figure] > 0);
      if (asked) wrong(`ranks.${index}.${asked}`, 'The first rank is for everybody and asks for nothing.');
      return;
    }
    const falling = figures.find((figure) => rank[figure] < lower[figure]);
    if (falling) wrong(`ranks.${index}.${falling}`, 'A higher rank cannot ask for less than the one below.');
    else if (figures.every((figure) => rank[figure] === lower[figure])) {
      wrong(`ranks.${index}.reputation`, 'A higher rank asks for more than the one below.');
    }
  });
  return ranks;
}
