/**
 * Edits that are forgiven in a word: one from five letters on, two from nine on, none in numbers. In shorter words a
 * letter is the difference between two words, and of numbers every digit counts. Whoever finds things and whoever puts
 * searches together goes by the same, or a typo that search forgives would be a gap.
 */
export function typosForgiven(word: string): 0 | 1 | 2 {
  if (/^\p{N}+$/u.test(word)) return 0;
  if (word.length >= 9) return 2;
  return word.length >= 5 ? 1 : 0;
}
