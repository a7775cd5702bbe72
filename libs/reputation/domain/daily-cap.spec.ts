import fc from 'fast-check';
import { book } from './daily-cap.js';

const CAP = 200;
const CAPS = { capBefore: null, capByRules: CAP };
const upvote = { accountId: 1, points: 10, isCapped: true, earnedOn: '2026-03-01', bookedBefore: 0, ...CAPS };
const total = (bookings: { delta: number }[]) => bookings.reduce((sum, { delta }) => sum + delta, 0);

describe('the daily cap', () => {
  it('gives what is missing to the limit, and nothing beyond', () => {
    expect(book([{ ...upvote, bookedBefore: 190 }])[0]).toMatchObject({ delta: 10, pointsOfDay: 200 });
    expect(book([{ ...upvote, bookedBefore: 199 }])[0]).toMatchObject({ delta: 1, pointsOfDay: 209 });
    expect(book([{ ...upvote, bookedBefore: 209 }])[0]).toMatchObject({ delta: 0, pointsOfDay: 219 });
  });

  it('takes nothing back of what had brought nothing', () => {
    const withdrawn = { ...upvote, points: -10 };
    expect(book([{ ...withdrawn, bookedBefore: 210 }])[0]?.delta).toBe(0);
    expect(book([{ ...withdrawn, bookedBefore: 205 }])[0]?.delta).toBe(-5);
    expect(book([{ ...withdrawn, bookedBefore: 200 }])[0]?.delta).toBe(-10);
  });

  it('is counted for each person and day apart', () => {
    const many = Array.from({ length: 25 }, () => upvote);
    const others = many.map((vote) => ({ ...vote, accountId: 2 }));
    const nextDay = many.map((vote) => ({ ...vote, earnedOn: '2026-03-02' }));
    expect(total(book([...many, ...others, ...nextDay]))).toBe(3 * CAP);
  });

  it('does not hold back what is outside of it', () => {
    const accepted = { ...upvote, points: 15, isCapped: false };
    expect(book([{ ...accepted, bookedBefore: 500 }])[0]).toMatchObject({
      delta: 15,
      pointsOfDay: null,
    });
  });

  it('stays what it was when the day began, until the day is empty again', () => {
    const later = { ...upvote, points: 60, capByRules: 100 };
    const withdrawn = { ...later, points: -90, bookedBefore: 90, capBefore: CAP };
    expect(total(book([{ ...later, bookedBefore: 90, capBefore: CAP }, later]))).toBe(110);
    expect(total(book([withdrawn, later, later]))).toBe(-90 + 100);
  });

  it('ends at the same figure whatever the order and however it is cut into steps', () => {
    const change = fc.record({
      accountId: fc.constantFrom(1, 2),
      points: fc.integer({ min: -60, max: 90 }),
      isCapped: fc.boolean(),
      earnedOn: fc.constantFrom('2026-03-01', '2026-03-02'),
    });
    const changes = fc.array(change, { maxLength: 40 });
    const shuffled = changes.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 40 }), (all, step) => {
        const booked = new Map<string, number>();
        const dayOf = (of: { accountId: number; earnedOn: string }) => `${of.accountId} ${of.earnedOn}`;
        let reputation = 0;
        for (let start = 0; start < all.length; start += step) {
          const bookings = book(
            all
              .slice(start, start + step)
              .map((one) => ({ ...one, ...CAPS, bookedBefore: booked.get(dayOf(one)) ?? 0 })),
          );
          reputation += total(bookings);
          for (const one of bookings) if (one.pointsOfDay !== null) booked.set(dayOf(one), one.pointsOfDay);
        }

        const outside = all.reduce((sum, { isCapped, points }) => (isCapped ? sum : sum + points), 0);
        const days = Map.groupBy(
          all.filter((one) => one.isCapped),
          dayOf,
        );
        const inside = [...days.values()].map((ofDay) => ofDay.reduce((sum, { points }) => sum + points, 0));
        expect(reputation).toBe(outside + inside.reduce((sum, points) => sum + Math.min(CAP, points), 0));
      }),
    );
  });
});
