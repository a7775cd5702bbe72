import { winnerOf } from './winner.js';
import type { Contender } from './winner.js';

const OFFERER = 1;
const ASKER = 2;
const BEN = 3;
const CARLA = 4;
const day = (n: number) => new Date(Date.UTC(2026, 2, n));
/** Offered on the 10th of March; three votes are enough. */
const terms = { offeredBy: OFFERER, createdAt: day(10), leastScore: 3 };

let made = 0;
const answer = (facts: Partial<Contender>): Contender => ({
  answerId: ++made,
  authorId: BEN,
  score: 0,
  createdAt: day(11),
  acceptedAt: null,
  acceptedBy: null,
  ...facts,
});
const accepted = { acceptedAt: day(12), acceptedBy: ASKER };

describe('whom the rule gives a bounty', () => {
  it('the accepted answer, however many votes another one has', () => {
    const solution = answer({ ...accepted });
    const popular = answer({ authorId: CARLA, score: 20 });
    expect(winnerOf(terms, [popular, solution])).toEqual({ winner: solution, rule: 'BY_ACCEPTANCE' });
  });

  it('an older answer, if it was accepted since', () => {
    const older = answer({ createdAt: day(1), ...accepted });
    expect(winnerOf(terms, [older])).toEqual({ winner: older, rule: 'BY_ACCEPTANCE' });
  });

  it('not what was accepted before there was a bounty: it did not do', () => {
    const before = answer({ createdAt: day(1), score: 9, acceptedAt: day(2), acceptedBy: ASKER });
    expect(winnerOf(terms, [before])).toBeNull();
  });

  it('not what somebody wrote and accepted themselves, save for its votes', () => {
    const own = answer({ authorId: ASKER, ...accepted });
    expect(winnerOf(terms, [own])).toBeNull();
    const voted = { ...own, score: 3 };
    expect(winnerOf(terms, [voted])).toEqual({ winner: voted, rule: 'BY_SCORE' });
  });

  it('else the best voted of those written since, the older of equals', () => {
    const late = answer({ score: 5, createdAt: day(13) });
    const early = answer({ score: 5, createdAt: day(12), authorId: CARLA });
    const worse = answer({ score: 4 });
    expect(winnerOf(terms, [late, worse, early])).toEqual({ winner: early, rule: 'BY_SCORE' });
  });

  it('nobody, where no answer since reaches the score', () => {
    const old = answer({ score: 50, createdAt: day(9) });
    expect(winnerOf(terms, [old, answer({ score: 2 })])).toBeNull();
    expect(winnerOf(terms, [])).toBeNull();
  });

  it('never whoever offered it', () => {
    const own = answer({ authorId: OFFERER, score: 30, ...accepted });
    expect(winnerOf(terms, [own])).toBeNull();
    const other = answer({ score: 3 });
    expect(winnerOf(terms, [own, other])?.winner).toBe(other);
  });
});
