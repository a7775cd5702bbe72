import { percentile } from '../load.js';
import type { Round } from './rounds.js';

export interface Row extends Round {
  name: string;
  /** Of `perSecond`: what the slowest and the fastest round had. */
  range: [number, number];
}

/** Of each figure by itself. */
export function medianOf(rounds: readonly Round[]): Omit<Row, 'name'> {
  const sorted = (of: (round: Round) => number) => rounds.map(of).sort((a, b) => a - b);
  const median = (of: (round: Round) => number) => percentile(sorted(of), 0.5);
  const speeds = sorted(({ perSecond }) => perSecond);
  return {
    perSecond: median(({ perSecond }) => perSecond),
    range: [speeds[0] ?? 0, speeds.at(-1) ?? 0],
    p50Ms: median(({ p50Ms }) => p50Ms),
    p95Ms: median(({ p95Ms }) => p95Ms),
    waiting: median(({ waiting }) => waiting),
  };
}

export function printRows(rows: readonly Row[]): void {
  console.table(
    Object.fromEntries(
      rows.map(({ name, perSecond, range, p50Ms, p95Ms, waiting }) => [
        name,
        {
          'a second': Number(perSecond.toFixed(0)),
          'slowest to fastest round': range.map((speed) => speed.toFixed(0)).join(' to '),
          'p50 ms': Number(p50Ms.toFixed(1)),
          'p95 ms': Number(p95Ms.toFixed(1)),
          'waiting for locks': Number(waiting.toFixed(1)),
        },
      ]),
    ),
  );
}
