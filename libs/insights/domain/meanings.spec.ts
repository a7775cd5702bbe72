import { Meanings } from './meanings.js';

const words = (...spellings: string[]) => spellings.map((spelling) => spelling.split(' '));
const meant = (synonyms: string[][], text: string) =>
  new Meanings(synonyms.map((spellings) => words(...spellings))).of(text.split(' ')).join(' ');

describe('what means the same', () => {
  it('is told by one spelling: the shortest, the first in the alphabet', () => {
    const synonyms = [['kettle', 'boiler', 'water heater']];
    expect(meant(synonyms, 'descale kettle')).toBe('boiler descale');
    expect(meant(synonyms, 'descale boiler')).toBe('boiler descale');
    expect(meant(synonyms, 'water descale heater')).toBe('boiler descale');
    expect(meant(synonyms, 'water filter')).toBe('filter water');
  });

  it('is the same whatever the order of synonyms, and where one leads to another', () => {
    const rules = [
      ['pot', 'jug'],
      ['mug', 'cup'],
      ['cup', 'jug'],
    ];
    for (const order of [rules, rules.toReversed()]) {
      for (const word of ['pot', 'jug', 'mug', 'cup']) expect(meant(order, word)).toBe('cup');
    }
    expect(
      meant(
        [
          ['tumble dryer', 'dryer'],
          ['dryer', 'drier'],
        ],
        'tumble dryer',
      ),
    ).toBe('drier');
  });

  it('takes several words together before one of them by itself', () => {
    const synonyms = [
      ['machine', 'device'],
      ['washing machine', 'washer'],
    ];
    expect(meant(synonyms, 'washing machine leaks')).toBe('leaks washer');
    expect(meant(synonyms, 'machine leaks')).toBe('device leaks');
  });

  it('ends where synonyms lead in a circle', () => {
    const circle = [
      ['a b', 'c d'],
      ['b e', 'd e'],
      ['a e', 'c e'],
    ];
    expect(meant(circle, 'a b c d e').length).toBeGreaterThan(0);
    expect(meant([['same', 'same'], ['']], 'same')).toBe('same');
  });
});
