import fc from 'fast-check';
import { groupNeeds, sharedStems } from './grouping.js';
import type { Need } from './grouping.js';
import { isOneSlipAway, meantWords } from './meant-words.js';

const at = new Date('2026-11-01T10:00:00Z');

function need(words: string, count = 1): Need {
  return {
    kind: 'SEARCH_WITHOUT_RESULT',
    text: words,
    language: 'en',
    stems: words.split(' '),
    count,
    recent: count,
    before: 0,
    firstAt: at,
    lastAt: at,
    questionId: null,
  };
}

const texts = (needs: readonly Need[]) =>
  groupNeeds(needs).map(({ members }) => members.map(({ text }) => text).sort());

describe('needs that share their telling words', () => {
  it('form one gap, whatever the order of the words', () => {
    expect(texts([need('descal kettl', 3), need('kettl descal'), need('invoic paper')])).toEqual([
      ['descal kettl', 'kettl descal'],
      ['invoic paper'],
    ]);
  });

  it('a long title joins the short search that it holds', () => {
    expect(texts([need('descal kettl', 5), need('best vinegar descal kettl morn habit')])).toHaveLength(1);
  });

  it('one shared word of several is not enough', () => {
    expect(texts([need('descal kettl', 5), need('kettl lid broken hinge')])).toHaveLength(2);
  });

  it('do not grow into each other by way of what lies between', () => {
    const chain = ['a b', 'b c', 'c d', 'd e', 'e f'].map((words) => need(words));
    for (const group of groupNeeds(chain)) {
      for (const { stems } of group.members)
        expect(stems.some((stem) => group.stems.includes(stem))).toBe(true);
    }
    expect(groupNeeds(chain).length).toBeGreaterThan(1);
  });

  it('join the gap that is known, which stays what it was', () => {
    const stems = ['descal', 'kettl'];
    const [group] = groupNeeds([need('kettl descal vinegar', 9)], [{ stems, meant: stems }]);
    expect(group).toMatchObject({ stems });
  });

  it('join it also where a synonym has since changed what it means', () => {
    const known = { stems: ['descal', 'kettl'], meant: ['boiler', 'descal'] };
    const [group, ...others] = groupNeeds([need('boiler descal', 3)], [known]);
    expect(group).toMatchObject({ stems: known.stems, members: [{ text: 'boiler descal' }] });
    expect(others).toEqual([]);
  });

  it('say what they share', () => {
    const [group] = groupNeeds([need('descal kettl', 5), need('descal kettl vinegar', 2)]);
    expect(group && sharedStems(group)).toEqual(['descal', 'kettl']);
  });

  it('form the same groups in whatever order they come, each need in exactly one', () => {
    const words = fc.constantFrom(...'kettle descale lid invoice paper filter water timer'.split(' '));
    const some = fc.uniqueArray(
      fc.tuple(fc.uniqueArray(words, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 9 })),
      { selector: ([stems]) => stems.join(' '), maxLength: 25 },
    );
    const shape = (needs: readonly Need[]) =>
      groupNeeds(needs).map(({ stems, members }) => [
        stems.join(' '),
        members.map(({ text }) => text).sort(),
      ]);
    fc.assert(
      fc.property(some, (given) => {
        const needs = given.map(([stems, count]) => need(stems.join(' '), count));
        expect(shape([...needs].reverse())).toEqual(shape(needs));
        expect(groupNeeds(needs).flatMap(({ members }) => members)).toHaveLength(needs.length);
      }),
    );
  });

  it('of 5,000 different kinds are grouped within a second or two', () => {
    const needs = Array.from({ length: 5_000 }, (_, n) =>
      need(`w${n % 70} x${n % 113} y${n % 997} common`, (n % 9) + 1),
    );
    const startedAt = performance.now();
    expect(groupNeeds(needs).length).toBeGreaterThan(1);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
  });
});

describe('typos', () => {
  const use = (word: string, count = 1, isKnown = false) => ({ word, count, isKnown });

  it.each([
    ['kettle', 'ketle', true],
    ['kettle', 'kettlle', true],
    ['kettle', 'kettel', true],
    ['kettle', 'mettle', true],
    ['kettle', 'kettle', false],
    ['kettle', 'metles', false],
    ['kettle', 'elttek', false],
  ])('%s and %s are one slip apart: %s', (one, other, is) => expect(isOneSlipAway(one, other)).toBe(is));

  it('lead to the word that texts know, or to the one that is clearly more frequent', () => {
    const meant = meantWords([
      use('kettle', 1, true),
      use('ketle', 9),
      use('entkalken', 6),
      use('entklaken', 2),
    ]);
    expect(Object.fromEntries(meant)).toEqual({ ketle: 'kettle', entklaken: 'entkalken' });
  });

  it('are not seen in words that texts know, in short ones, or where nothing says which was meant', () => {
    const words = [use('kettle', 9, true), use('nettle', 1, true), use('form', 9, true), use('from', 1)];
    expect(meantWords([...words, use('wanne', 3), use('kanne', 2)]).size).toBe(0);
    expect(meantWords([use('10061', 9), use('10062')]).size).toBe(0);
  });
});
