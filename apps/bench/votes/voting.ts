import type { Actor } from '#libs/kernel';
import { cameFrom, countingStatements } from '#libs/platform';
import type { Builders } from '#libs/testing';
import { cpuMilliseconds } from '../cpu-time.js';
import { percentile } from '../load.js';
import type { Site, Side } from './sides.js';

/** Far below what the rules allow of a day, and of an hour. */
const VOTES_OF_ONE = 10;

/** What some votes cost, in milliseconds each. */
export interface VoteCosts {
  /** CPU of this process and PostgreSQL. */
  cpuMs: number;
  p50Ms: number;
  p95Ms: number;
  /** The first vote of each voter: what is noted once a day, person and place is noted then. */
  firstP50Ms: number;
  statements: number;
  firstStatements: number;
}

export interface Row extends VoteCosts {
  name: Side;
  lowestCpuMs: number;
}

interface Timed {
  isFirst: boolean;
  ms: number;
  statements: number;
}

/** New people vote on new answers, each by somebody else, from a place of their own. */
export async function measureVotes(
  make: Builders,
  site: Site,
  { votes, processes }: { votes: number; processes: readonly number[] },
): Promise<VoteCosts> {
  const answers: number[] = [];
  for (let n = 0; n < VOTES_OF_ONE; n++) answers.push(await make.answer({ author: await make.member() }));
  const voters: Actor[] = [];
  for (let n = 0; n < Math.ceil(votes / VOTES_OF_ONE); n++) voters.push(await make.member());

  const timed: Timed[] = [];
  const cpuBefore = cpuMilliseconds(processes);
  for (const [place, voter] of voters.entries()) {
    const origin = { address: `198.51.${place % 250}.1`, userAgent: `Browser ${place}` };
    for (const [nth, answer] of answers.entries()) {
      const begin = performance.now();
      const { statements } = await countingStatements(() =>
        cameFrom(origin, () => site.votes.cast(voter, answer, 'UP')),
      );
      timed.push({ isFirst: nth === 0, ms: performance.now() - begin, statements });
    }
  }
  const cpuMs = (cpuMilliseconds(processes) - cpuBefore) / timed.length;
  const [first, further] = [timed.filter(({ isFirst }) => isFirst), timed.filter(({ isFirst }) => !isFirst)];
  return {
    cpuMs,
    p50Ms: at(further, 0.5),
    p95Ms: at(further, 0.95),
    firstP50Ms: at(first, 0.5),
    statements: median(further.map(({ statements }) => statements)),
    firstStatements: median(first.map(({ statements }) => statements)),
  };
}

/** Of each figure the median of the rounds, and of the CPU also the round that was disturbed least. */
export function summaryOf(measured: ReadonlyMap<Side, readonly VoteCosts[]>): Row[] {
  return [...measured].map(([name, rounds]) => {
    const middle = (of: (costs: VoteCosts) => number) => median(rounds.map(of));
    return {
      name,
      cpuMs: middle(({ cpuMs }) => cpuMs),
      lowestCpuMs: Math.min(...rounds.map(({ cpuMs }) => cpuMs)),
      p50Ms: middle(({ p50Ms }) => p50Ms),
      p95Ms: middle(({ p95Ms }) => p95Ms),
      firstP50Ms: middle(({ firstP50Ms }) => firstP50Ms),
      statements: middle(({ statements }) => statements),
      firstStatements: middle(({ firstStatements }) => firstStatements),
    };
  });
}

export function printVotes(rows: readonly Row[]): void {
  console.table(
    Object.fromEntries(
      rows.map(({ name, ...row }) => [
        name,
        {
          'CPU ms': Number(row.cpuMs.toFixed(2)),
          lowest: Number(row.lowestCpuMs.toFixed(2)),
          'p50 ms': Number(row.p50Ms.toFixed(2)),
          'p95 ms': Number(row.p95Ms.toFixed(2)),
          statements: row.statements,
          'first of the day: p50 ms': Number(row.firstP50Ms.toFixed(2)),
          'its statements': row.firstStatements,
        },
      ]),
    ),
  );
}

function at(timed: readonly Timed[], share: number): number {
  return percentile(
    timed.map(({ ms }) => ms).sort((a, b) => a - b),
    share,
  );
}

function median(figures: readonly number[]): number {
  return percentile(
    [...figures].sort((a, b) => a - b),
    0.5,
  );
}
