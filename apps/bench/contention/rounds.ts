import { percentile } from '../load.js';
import type { LockWatch } from './lock-watch.js';

export interface Round {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  /** Connections that waited for a lock, in the mean of the round. */
  waiting: number;
}

/** Everybody does it again as soon as it is done, for so many seconds. */
export async function measureRound(
  act: (writer: number) => Promise<void>,
  { writers, seconds, watch }: { writers: number; seconds: number; watch: LockWatch },
): Promise<Round> {
  const times: number[] = [];
  const begin = performance.now();
  const until = begin + seconds * 1_000;
  const write = async (_: unknown, writer: number) => {
    while (performance.now() < until) {
      const startedAt = performance.now();
      await act(writer);
      times.push(performance.now() - startedAt);
    }
  };
  const { waiting } = await watch.during(Promise.all(Array.from({ length: writers }, write)));
  const elapsed = (performance.now() - begin) / 1_000;
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / elapsed,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    waiting: waiting.locks,
  };
}
