import { BackOff } from './back-off.js';

describe('leaving a failing engine alone', () => {
  it('waits twice as long after each failure in a row, never above 45 seconds', () => {
    const backOff = new BackOff(
      () => 0,
      () => 1,
    );
    const waits = Array.from({ length: 12 }, () => backOff.failed());
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(45_000);
  });

  it('takes half of it by chance, so that processes do not come back together', () => {
    const soonest = new BackOff(
      () => 0,
      () => 0,
    );
    expect(soonest.failed()).toBe(500);
  });

  it('is over when the time has passed, and forgotten after a success', () => {
    let now = 0;
    const backOff = new BackOff(
      () => now,
      () => 1,
    );
    backOff.failed();
    expect(backOff.isOpen).toBe(true);
    now = 1_001;
    expect(backOff.isOpen).toBe(false);
    backOff.succeeded();
    expect(backOff.failed()).toBe(1_000);
  });
});
