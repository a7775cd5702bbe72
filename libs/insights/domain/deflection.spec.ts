import { LEAST_PEOPLE, askedShare, deflectionOf } from './deflection.js';

const arm = (people: number, asked: number) => ({ people, asked, solved: 0 });

describe('deflection', () => {
  it('is what the holdout asked more, with its interval, never the people who merely left', () => {
    const found = deflectionOf(arm(900, 450), arm(100, 70));
    expect(found.verdict).toBe('FEWER_ASKED');
    expect(found.rate).toBeCloseTo(0.2, 10);
    expect(found.interval?.low).toBeGreaterThan(0.09);
    expect(found.interval?.high).toBeLessThan(0.3);
    expect(found.avoided?.estimate).toBe(180);
    expect(found.confidence).toBe(0.95);
  });

  it('claims nothing while the interval holds zero', () => {
    const found = deflectionOf(arm(900, 540), arm(50, 32));
    expect(found.verdict).toBe('NO_DIFFERENCE_SHOWN');
    expect(found.interval?.low).toBeLessThan(0);
    expect(found.interval?.high).toBeGreaterThan(0);
    expect(found.explanation).toContain('do not show');
  });

  it('says so when suggestions made people ask more', () => {
    expect(deflectionOf(arm(800, 700), arm(200, 100)).verdict).toBe('MORE_ASKED');
  });

  it.each([
    [0, 0],
    [5_000, 0],
    [5_000, LEAST_PEOPLE - 1],
    [LEAST_PEOPLE - 1, 5_000],
  ])('gives no number with %i and %i people, but says what is missing', (shown, withheld) => {
    const found = deflectionOf(arm(shown, shown), arm(withheld, 0));
    expect(found).toMatchObject({ verdict: 'NOT_ENOUGH_DATA', rate: null, interval: null, avoided: null });
    expect(found.explanation).toContain(`there are ${shown} with and ${withheld} without`);
  });

  it('has no share for a group that nobody is in', () => {
    expect(askedShare(arm(0, 0))).toBeNull();
    expect(askedShare(arm(10, 5))?.share).toBe(0.5);
  });
});
