import { goodOnesMissing } from './quality.ts';

const qualityOf = (good: number, bad: number) => (good + 2) / (good + bad + 4);

describe('how many good ones it takes', () => {
  it('is six for who has done nothing, where 80% are asked for', () => {
    expect(goodOnesMissing({ good: 0, bad: 0 }, 0.8)).toBe(6);
    expect(goodOnesMissing({ good: 5, bad: 0 }, 0.8)).toBe(1);
    expect(goodOnesMissing({ good: 3, bad: 1 }, 0.8)).toBe(7);
  });

  it('is none from the bar on', () => {
    expect(goodOnesMissing({ good: 6, bad: 0 }, 0.8)).toBe(0);
    expect(goodOnesMissing({ good: 60, bad: 1 }, 0.8)).toBe(0);
    expect(goodOnesMissing({ good: 0, bad: 0 }, 0.5)).toBe(0);
  });

  it('is just so many that the quality is there, whatever came before', () => {
    for (const bar of [0.51, 0.6, 0.75, 0.8, 0.9, 0.99]) {
      for (let bad = 0; bad < 12; bad++) {
        const enough = goodOnesMissing({ good: 0, bad }, bar);
        expect(qualityOf(enough, bad)).toBeGreaterThanOrEqual(bar - 1e-12);
        expect(qualityOf(enough - 1, bad)).toBeLessThan(bar);
      }
    }
  });
});
