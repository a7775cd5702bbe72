import { translatorOf } from './i18n.ts';
import { de } from './messages/de.ts';
import { rankProblems, ranksFrom } from './standing-rules.ts';

const german = translatorOf('de', de);
const ladder = {
  'rank.0.en': 'Newcomer',
  'rank.0.reputation': '0',
  'rank.2.en': 'Helper',
  'rank.2.de': 'Hilfsbereit',
  'rank.2.reputation': '200',
  'rank.2.solutions': '',
};

describe('a ladder of ranks, as it was typed', () => {
  it('leaves out rows without a name, and knows in which row each rank stands', () => {
    const { ranks, rows } = ranksFrom(ladder, []);
    expect(ranks.map(({ reputation, solutions }) => [reputation, solutions])).toEqual([
      [0, 0],
      [200, 0],
    ]);
    expect(rows).toEqual([0, 2]);
  });

  it.each(['1.5', '-3', 'viel', '99999999999'])(
    'names the field with %p instead of making another figure of it',
    (typed) => {
      expect(rankProblems({ ...ladder, 'rank.2.reputation': typed }, german)).toEqual({
        'rank.2.reputation': 'Gib eine ganze Zahl von 0 bis 1.000.000 ein.',
      });
    },
  );

  it('has nothing to say of whole figures and empty fields', () => {
    expect(rankProblems(ladder, german)).toEqual({});
  });
});
