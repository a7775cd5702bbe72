const MAX_LENGTH = 80;

/** Latin letters that Unicode does not take apart into a base letter and an accent. */
const LATIN_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
};
/** How Germans write their umlauts where there are none: `zuverlassig` would be another word, or none. */
const GERMAN_LETTERS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const LATIN_LETTER = new RegExp(`[${Object.keys(LATIN_LETTERS).join('')}]`, 'g');

/**
 * The readable part of an address, made from a title: lower case, words joined by single hyphens, at most 80 UTF-16 units, cut
 * between words where possible, never empty (`untitled` when the title holds no letter or digit).
 *
 * Latin accents are dropped (`Crème brûlée` is `creme-brulee`), letters of other scripts are kept with their marks, because a
 * transliteration that its own readers cannot read is worse than a percent-encoded address. Put it through `encodeURIComponent` when
 * it goes into a header or a link.
 *
 * @param locale BCP 47, of the title: in German `ä` is `ae`, as its readers write it
 */
export function slugify(title: string, locale = ''): string {
  const plain = spelledOut(title.toWellFormed(), locale)
    .normalize('NFKD')
    .toLowerCase()
    // Only after Latin letters: the breve of й and the dakuten of が are no ornaments.
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFC')
    .replace(LATIN_LETTER, (letter) => LATIN_LETTERS[letter] ?? letter)
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '');
  const words = plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return shorten(words) || 'untitled';
}

function spelledOut(title: string, locale: string): string {
  if (!/^de(-|$)/i.test(locale)) return title;
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => GERMAN_LETTERS[letter] ?? letter);
}

function shorten(words: string): string {
  if (words.length <= MAX_LENGTH) return words;
  const wordEnd = words.lastIndexOf('-', MAX_LENGTH);
  if (wordEnd >= MAX_LENGTH / 2) return words.slice(0, wordEnd);
  // One endless word, or a script without spaces. Half a surrogate pair must not stay behind.
  return words
    .slice(0, MAX_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/-$/, '');
}
