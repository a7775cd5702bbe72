import { UserInputError } from '#libs/kernel';
import fc from 'fast-check';
import { writeOperator } from './operators.js';
import { apart, LONGEST_QUERY, parseQuery } from './query.js';

const wordsOf = (text: string) => parseQuery(text).terms.map(({ words }) => words.join(' '));

describe('reading the search box', () => {
  it('takes words, phrases and exclusions', () => {
    const { terms, excluded } = parseQuery('leaking "drip tray" -steam -"hot water" pump');
    expect(terms).toEqual([
      { words: ['leaking'], phrase: false, prefix: false },
      { words: ['drip', 'tray'], phrase: true, prefix: false },
      { words: ['pump'], phrase: false, prefix: true },
    ]);
    expect(excluded).toEqual([['steam'], ['hot', 'water']]);
  });

  it('takes the last word for a beginning only while it is being typed', () => {
    const isPrefix = (text: string) => parseQuery(text).terms.at(-1)?.prefix;
    expect(isPrefix('drip tra')).toBe(true);
    expect(isPrefix('drip tra ')).toBe(false);
    expect(isPrefix('drip tr')).toBe(false);
    expect(isPrefix('"drip tra"')).toBe(false);
    // The quote is not closed yet.
    expect(isPrefix('"drip tra')).toBe(true);
    // Only the first ten words are asked for; the last of these was typed long ago.
    expect(isPrefix('one two three four five six seven eight nine ten eleven')).toBe(false);
  });

  it('reads curly quotes like straight ones', () => {
    expect(parseQuery('“drip tray”').terms[0]?.phrase).toBe(true);
    expect(parseQuery('„drip tray“').terms[0]?.phrase).toBe(true);
  });

  it('keeps the parts of names together', () => {
    expect(parseQuery('node.js').terms).toEqual([
      { words: ['node', 'js'], phrase: true, prefix: false, joined: true },
    ]);
    expect(parseQuery('pre-heat').terms[0]).toMatchObject({ words: ['pre', 'heat'], phrase: true });
  });

  it('can take words apart again that were typed without a space, but not a quoted phrase', () => {
    const [joined, phrase] = parseQuery('question/answ "drip tray"').terms;
    expect(joined && apart(joined).map(({ words }) => words)).toEqual([['question'], ['answ']]);
    expect(phrase && apart(phrase)).toEqual([phrase]);
  });

  it('does not ask for the words of a sentence without spaces to stand side by side', () => {
    const { terms } = parseQuery('コーヒーメーカー');
    expect(terms.length).toBeGreaterThan(1);
    expect(terms.every(({ phrase }) => !phrase)).toBe(true);
  });

  it('takes conditions out of the words, wherever they stand', () => {
    const { terms, conditions, free } = parseQuery('leaking tag:pump -is:answered tray author:"Ann Lee"');
    expect(terms.map(({ words }) => words)).toEqual([['leaking'], ['tray']]);
    expect(conditions).toMatchObject([
      { field: 'tag', value: 'pump', wanted: true },
      { field: 'answered', value: 'true', wanted: false },
      { field: 'author', value: 'Ann Lee', wanted: true },
    ]);
    expect(free.replace(/\s+/g, ' ').trim()).toBe('leaking tray');
  });

  it('takes no word for a beginning that a condition or an exclusion was typed after', () => {
    for (const text of ['leaking tag:pump', 'leaking -steam']) {
      expect(parseQuery(text).terms.at(-1)?.prefix).toBe(false);
    }
  });

  it('takes what is no condition for words', () => {
    expect(wordsOf('tag: is:nothing http://host size:large')).toEqual([
      'tag',
      'is nothing',
      'http host',
      'size large',
    ]);
    expect(parseQuery('constructor:x is:__proto__').conditions).toEqual([]);
  });

  it('writes conditions as it reads them', () => {
    for (const typed of [
      'tag:mail',
      '-tag:mail',
      'version:"2.1 beta"',
      'is:unanswered',
      'is:faq',
      '-is:official',
    ]) {
      expect(parseQuery(typed).conditions.map(writeOperator)).toEqual([typed]);
    }
  });

  it('needs no more than ten words', () => {
    expect(parseQuery('a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12').terms).toHaveLength(10);
  });

  it('finds nothing to look for in operators alone', () => {
    for (const text of ['', '  ', '-', '""', '-""', '& | !', '-coffee']) expect(wordsOf(text)).toEqual([]);
  });

  it('refuses what nobody types, and says so', () => {
    expect(() => parseQuery('x'.repeat(LONGEST_QUERY + 1))).toThrow(UserInputError);
    expect(() => parseQuery('x'.repeat(LONGEST_QUERY))).not.toThrow();
  });

  it('reads any text, and never makes words of anything but letters, digits and their marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { terms, excluded } = parseQuery(text);
        for (const word of [...terms.flatMap(({ words }) => words), ...excluded.flat()]) {
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
    );
  });
});
