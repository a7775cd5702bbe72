/** A word of a text: folded for comparing, with its place in the text as it was written. */
export interface Word {
  folded: string;
  start: number;
  end: number;
}

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const ACCENTED = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
/** Most words of most communities; for them folding and cutting is much cheaper. */
const ASCII = /^[ -~]*$/;
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ё: 'е', ς: 'σ' };
// Each script picks its own dictionary inside, so one segmenter serves all of them.
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** PostgreSQL refuses queries for longer words, and nobody types them. */
export const LONGEST_WORD = 60;

/**
 * One spelling for what people do not tell apart: lower case, no accents on Latin and Greek letters, full width.
 * Marks of other scripts stay: there they are letters, and without them stemmers would see other words.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(ACCENTED, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđёς]/g, (letter) => LETTERS[letter] ?? letter);
}

/** True for text whose words are not separated by spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/**
 * Cuts a text into words. Everything but letters, digits and their marks separates, so that `node.js` or
 * `snake_case` are found by their parts; Chinese, Japanese, Thai and their like are cut by dictionary.
 */
export function* wordsOf(text: string): Generator<Word> {
  for (const run of text.matchAll(RUN)) {
    if (ASCII.test(run[0]) || !UNSPACED.test(run[0])) {
      yield wordAt(run[0], run.index);
      continue;
    }
    for (const part of segmenter.segment(run[0])) yield wordAt(part.segment, run.index + part.index);
  }
}

function wordAt(written: string, start: number): Word {
  return { folded: fold(written).slice(0, LONGEST_WORD), start, end: start + written.length };
}

/** The folded words of a text with single spaces between them: what vectors and title keys are made from. */
export function spaced(text: string): string {
  return Array.from(wordsOf(text), (word) => word.folded).join(' ');
}

/** Makes any text fit for PostgreSQL, JSON and marking: no NUL, no other controls, no lone surrogates. */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(CONTROLS, ' ');
}

const CONTROLS = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]', 'g');
