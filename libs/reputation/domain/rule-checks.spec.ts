import { UserInputError } from '#libs/kernel';
import { PRESETS } from './presets.js';
import { RULE_FACTS, changesBetween, presetOf, rulesOf, valueAt } from './rule-catalogue.js';
import { checkedRules } from './rule-checks.js';
import type { GivenRank, GivenRules } from './rule-checks.js';

const { NEW, GROWING, ESTABLISHED } = PRESETS;

function problemsOf(given: Partial<GivenRules>): Record<string, string> {
  try {
    checkedRules({ values: [], ...given }, NEW);
  } catch (error) {
    if (!(error instanceof UserInputError)) throw error;
    return Object.fromEntries(error.fields.map(({ path, message }) => [path, message]));
  }
  return {};
}

const changed = (...values: [path: string, value: number][]) =>
  problemsOf({ values: values.map(([path, value]) => ({ path, value })) });

const rank = (name: string, reputation: number, more: Partial<GivenRank> = {}): GivenRank => ({
  names: [{ locale: 'en', name }],
  ...{ reputation, solutions: 0, articles: 0 },
  ...more,
});

/** Every figure of a rule set by its path, found by walking through it. */
function figuresIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => figuresIn(inner, path ? `${path}.${key}` : key));
}

describe('the rules of standing', () => {
  it('explain every figure that they have, once, in a sentence', () => {
    const paths = RULE_FACTS.map(({ path }) => path);
    expect([...paths].sort()).toEqual(figuresIn(NEW).sort());
    expect(new Set(paths).size).toBe(paths.length);
    for (const { description } of RULE_FACTS) expect(description).toMatch(/^[A-Z].{15,}\.$/);
  });

  it('are put together from their figures again', () => {
    for (const preset of Object.values(PRESETS)) {
      const values = new Map(RULE_FACTS.map(({ path }) => [path, valueAt(preset, path)]));
      expect(rulesOf(values, preset.ranks)).toEqual(preset);
    }
  });

  it('of each preset pass the checks that admins’ rules have to pass', () => {
    for (const preset of Object.values(PRESETS)) {
      const values = RULE_FACTS.map(({ path }) => ({ path, value: valueAt(preset, path) }));
      const ranks = preset.ranks.map(({ names, ...figures }) => ({
        ...figures,
        names: Object.entries(names).map(([locale, name]) => ({ locale, name })),
      }));
      expect(checkedRules({ values, ranks }, NEW)).toEqual(preset);
    }
  });

  it('are known as a preset until a figure or a name differs', () => {
    expect([NEW, GROWING, ESTABLISHED].map(presetOf)).toEqual(['NEW', 'GROWING', 'ESTABLISHED']);
    expect(presetOf({ ...NEW, dailyCap: 201 })).toBeNull();
    expect(presetOf({ ...NEW, ranks: NEW.ranks.slice(0, -1) })).toBeNull();
    // As JSON comes out of the database, with its keys in another order.
    const turned = NEW.ranks.map(({ names, ...rest }) => ({
      ...rest,
      names: { de: names['de']!, en: names['en']! },
    }));
    expect(presetOf({ ...NEW, ranks: turned })).toBe('NEW');
  });

  it('tell in what they differ', () => {
    expect(changesBetween(NEW, { ...NEW, dailyCap: 100, ranks: [] })).toEqual([
      { path: 'dailyCap', before: 200, after: 100 },
      { path: 'ranks', before: null, after: null },
    ]);
  });
});

describe('rules that cannot be', () => {
  it.each([
    ['points.ANSWER_UPVOTED', -1, 'takes 0 to 1,000'],
    ['points.ANSWER_DOWNVOTED', 2, 'takes -1,000 to 0'],
    ['points.ANSWER_ACCEPTED', 1.5, 'whole number'],
    ['privileges.VOTE_DOWN', -5, 'takes 0 to'],
    ['hysteresis.share', 1.1, 'takes 0 to 1'],
    ['abilities.POSTS', 0.5, 'takes 0.51 to 0.99. Quality begins at 0.5, with nothing done'],
    ['abilities.FLAGS', 0, 'takes 0.51 to 0.99'],
    ['abilities.EDITS', 1, 'takes 0.51 to 0.99'],
    ['superusers.quality', -0.1, 'takes 0 to 0.99'],
    ['ratings.priorMean', 5.5, 'takes 1 to 5'],
    ['solutions.alsoSolvedMost', 5, 'takes 0 to 4'],
    ['votes.upPerDay', 0, 'takes 1 to'],
    ['dailyCap', Number.NaN, 'takes 0 to'],
    ['points.NOBODY_KNOWS', 1, 'no such rule'],
    ['points.__proto__', 1, 'no such rule'],
  ])('are refused with their place and reason: %s = %s', (path, value, reason) => {
    expect(changed([path, value])).toEqual({ [path]: expect.stringContaining(reason) });
  });

  it('say two things of one figure: which of them was meant, nobody knows', () => {
    expect(changed(['dailyCap', 100], ['dailyCap', 300])).toEqual({
      dailyCap: expect.stringContaining('given twice'),
    });
    expect(changed(['dailyCap', 100], ['dailyCap', 100])).toEqual({});
  });

  it('stay in force from before, whatever is changed beside them', () => {
    const before = { ...NEW, abilities: { ...NEW.abilities, EDITS: 0.4 } };
    const given = (path: string, value: number) => ({ values: [{ path, value }] });
    expect(checkedRules(given('dailyCap', 100), before).abilities.EDITS).toBe(0.4);
    expect(checkedRules(given('abilities.EDITS', 0.6), before).abilities.EDITS).toBe(0.6);
    expect(() => checkedRules(given('abilities.EDITS', 0.4), before)).toThrow('with nothing done');
  });

  it('are all told at once', () => {
    expect(Object.keys(changed(['dailyCap', -1], ['votes.upPerDay', -1]))).toEqual([
      'dailyCap',
      'votes.upPerDay',
    ]);
  });

  it.each<[path: string, ...rest: [string, number][]]>([
    ['points.ANSWER_ALSO_SOLVED', ['points.ANSWER_ALSO_SOLVED', 16]],
    ['dailyCap', ['dailyCap', 9]],
    ['dailyCap', ['points.QUESTION_UPVOTED', 201]],
    ['votes.upPerAuthor', ['votes.upPerDay', 49]],
    ['votes.downPerAuthor', ['votes.downPerAuthor', 31]],
    ['bounty.least', ['bounty.least', 501], ['privileges.OFFER_BOUNTY', 600]],
    ['privileges.OFFER_BOUNTY', ['privileges.OFFER_BOUNTY', 49]],
    ['solutions.onBehalfAfterDays', ['solutions.onBehalfAfterDays', 6]],
    ['superusers.activeDays', ['superusers.windowDays', 14]],
    ['superusers.askers', ['superusers.askers', 6]],
  ])('contradict each other: %s', (path, ...values) => {
    expect(Object.keys(changed(...values))).toEqual([path]);
  });

  it.each<[path: string, ranks: GivenRank[]]>([
    ['ranks', []],
    ['ranks', Array.from({ length: 21 }, (_, index) => rank(`Rank ${index}`, index))],
    ['ranks.0.reputation', [rank('Everybody', 1)]],
    ['ranks.1.reputation', [rank('Newcomer', 0), rank('Helper', 0)]],
    ['ranks.2.reputation', [rank('Newcomer', 0), rank('Helper', 100), rank('Expert', 50)]],
    ['ranks.1.solutions', [rank('Newcomer', 0), rank('Helper', 10, { solutions: -1 })]],
    ['ranks.1.articles', [rank('Newcomer', 0), rank('Helper', 10, { articles: 0.5 })]],
    ['ranks.1.names.en', [rank('Newcomer', 0), rank('  ', 10)]],
    ['ranks.1.names.en', [rank('Newcomer', 0), rank('newcomer ', 10)]],
    ['ranks.1.names.en', [rank('Newcomer', 0), rank('', 10, { names: [{ locale: 'de', name: 'Profi' }] })]],
  ])('are a ladder that does not lead up: %s', (path, ranks) => {
    expect(Object.keys(problemsOf({ ranks }))).toContain(path);
  });

  it('leave a ladder alone that leads up, whichever figure grows', () => {
    const ranks = [
      rank('Newcomer', 0),
      rank('Helper', 0, { solutions: 3 }),
      rank('Expert', 10, { solutions: 3 }),
    ];
    expect(problemsOf({ ranks })).toEqual({});
  });
});
