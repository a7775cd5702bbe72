import { loadavg } from 'node:os';
import { cpuMilliseconds } from '../cpu-time.js';
import { percentile } from '../load.js';
import type { KnownItem, QueryKind, QuerySet } from './known-items.js';

/** What somebody sees who searches: the ids of the hits, the best first. */
export type Ask = (query: string) => Promise<string[]>;

export interface Quality {
  kind: QueryKind;
  locale: string;
  queries: number;
  /** The share of the queries whose answer is among the first five hits. */
  recallAt5: number;
  /** The mean of 1 / place of the answer, 0 where it is not on the first page of twenty hits. */
  meanReciprocalRank: number;
  p50Ms: number;
  p95Ms: number;
  /** Of the round that was disturbed least. */
  lowestP95Ms: number;
  /** CPU of all processes, for one query. */
  cpuMs: number;
  /** The machine's load, averaged over a minute, when this had been measured. */
  load: number;
  /** Some queries whose answer was not among the first five, to look into. */
  missed: string[];
}

const ROUNDS = 3;
const WARM_UP = 50;
const MISSED_SHOWN = 8;

/** Asks all these queries, one after the other, and measures what is found and how fast. */
export async function measureQuality(
  ask: Ask,
  sets: readonly QuerySet[],
  processes: readonly number[],
): Promise<Quality[]> {
  for (const { query } of sets.flatMap(({ items }) => items.slice(0, WARM_UP))) await ask(query);
  const measured: Quality[] = [];
  for (const { kind, locale, items } of sets) {
    measured.push({ kind, locale, ...(await measureKind(ask, items, processes)) });
  }
  return measured;
}

async function measureKind(
  ask: Ask,
  items: readonly KnownItem[],
  processes: readonly number[],
): Promise<Omit<Quality, 'kind' | 'locale'>> {
  const rounds: number[][] = [];
  const places: number[] = [];
  const cpuBefore = cpuMilliseconds(processes);
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = [];
    for (const { id, query } of items) {
      const startedAt = performance.now();
      const hits = await ask(query);
      times.push(performance.now() - startedAt);
      // What is found is the same in all rounds.
      if (round === 0) places.push(hits.indexOf(id) + 1);
    }
    rounds.push(times.sort((a, b) => a - b));
  }
  const times = rounds.flat().sort((a, b) => a - b);
  const isFound = (place: number) => place >= 1 && place <= 5;
  return {
    queries: items.length,
    recallAt5: places.filter(isFound).length / items.length,
    meanReciprocalRank: places.reduce((sum, place) => sum + (place === 0 ? 0 : 1 / place), 0) / items.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    lowestP95Ms: Math.min(...rounds.map((round) => percentile(round, 0.95))),
    cpuMs: (cpuMilliseconds(processes) - cpuBefore) / times.length,
    load: loadavg()[0] ?? 0,
    missed: items
      .filter((_, position) => !isFound(places[position] ?? 0))
      .slice(0, MISSED_SHOWN)
      .map(({ query }) => query),
  };
}
