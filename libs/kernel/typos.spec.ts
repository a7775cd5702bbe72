import { typosForgiven } from './typos.js';

describe('forgiving typos', () => {
  it.each([
    ['burr', 0],
    ['pumps', 1],
    ['espresso', 1],
    ['descaling', 2],
    ['20250131', 0],
  ])('in %s: %i', (word, typos) => expect(typosForgiven(word)).toBe(typos));
});
