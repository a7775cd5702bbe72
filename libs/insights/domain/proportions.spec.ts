import fc from 'fast-check';
import { newcombeInterval, wilsonInterval } from './proportions.js';
import type { Proportion } from './proportions.js';

const proportion = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, share]): Proportion => ({ count: Math.round(of * share), of }));

describe('the interval of one proportion', () => {
  // R. G. Newcombe, “Two-sided confidence intervals for the single proportion”, Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i is the published one', (count, of, low, high) => {
    const interval = wilsonInterval({ count, of });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the share that was seen, and stays between none and all', () => {
    fc.assert(
      fc.property(proportion, (seen) => {
        const { low, high } = wilsonInterval(seen);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(seen.count / seen.of);
        expect(high).toBeGreaterThanOrEqual(seen.count / seen.of);
      }),
    );
  });
});

describe('the interval of a difference', () => {
  // Newcombe 1998 (difference between independent proportions), table II, method 10, 95 %.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i − %i/%i is the published one', (a, m, b, n, low, high) => {
    const interval = newcombeInterval({ count: a, of: m }, { count: b, of: n });
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the difference that was seen and stays within −1 and 1', () => {
    fc.assert(
      fc.property(proportion, proportion, (one, other) => {
        const { low, high } = newcombeInterval(one, other);
        const difference = one.count / one.of - other.count / other.of;
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(difference + 1e-12);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
      }),
    );
  });

  it('narrows when the same shares are seen in ten times as many people', () => {
    fc.assert(
      fc.property(proportion, proportion, (one, other) => {
        const width = ({ low, high }: { low: number; high: number }) => high - low;
        const more = ({ count, of }: Proportion) => ({ count: count * 10, of: of * 10 });
        expect(width(newcombeInterval(more(one), more(other)))).toBeLessThan(
          width(newcombeInterval(one, other)),
        );
      }),
    );
  });

  it('is turned round when the two are exchanged', () => {
    fc.assert(
      fc.property(proportion, proportion, (one, other) => {
        const there = newcombeInterval(one, other);
        const back = newcombeInterval(other, one);
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.high).toBeCloseTo(-back.low, 10);
      }),
    );
  });
});
