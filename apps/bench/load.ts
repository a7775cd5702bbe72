import { Agent, request as httpRequest } from 'node:http';
import { cpuMilliseconds } from './cpu-time.js';

export interface Call {
  path: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

export interface Measurement {
  requests: number;
  /** CPU of all server processes for one request, in milliseconds, over all rounds. */
  cpuMs: number;
  /** The same in the round that was disturbed least. */
  lowestCpuMs: number;
  p50Ms: number;
  p95Ms: number;
  perSecond: number;
  responseBytes: number;
}

export interface Target {
  port: number;
  /** Whose CPU counts, with their descendants. */
  processes: readonly number[];
}

const SIDE_BY_SIDE = 4;
/** Until then much of the CPU goes into compiling what turned out to be hot. */
const WARM_UP = 300;
const ROUNDS = 6;
const LONGEST_ROUND_MS = 5_000;

/**
 * Sends `count` requests in six rounds, at most four at once, and measures what they cost the server. `between` runs
 * before each round, so that something else can be measured in the same minutes.
 */
export async function measure(
  target: Target,
  call: (n: number) => Call,
  count: number,
  between?: () => Promise<void>,
): Promise<Measurement> {
  const agent = new Agent({ keepAlive: true, maxSockets: SIDE_BY_SIDE });
  const perRound = Math.ceil(count / ROUNDS);
  const rounds: Round[] = [];
  try {
    await send(target, agent, call, { from: 0, count: WARM_UP });
    for (let n = 0; n < ROUNDS; n++) {
      await between?.();
      rounds.push(await send(target, agent, call, { from: WARM_UP + n * perRound, count: perRound }));
    }
    return summaryOf(rounds);
  } finally {
    agent.destroy();
  }
}

interface Round {
  /** Milliseconds that each request took. */
  times: number[];
  elapsedMs: number;
  cpuMs: number;
  bytes: number;
}

function summaryOf(rounds: readonly Round[]): Measurement {
  const times = rounds.flatMap((round) => round.times).sort((a, b) => a - b);
  const total = (of: (round: Round) => number) => rounds.reduce((sum, round) => sum + of(round), 0);
  return {
    requests: times.length,
    cpuMs: total((round) => round.cpuMs) / times.length,
    lowestCpuMs: Math.min(...rounds.map((round) => round.cpuMs / round.times.length)),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    perSecond: (times.length / total((round) => round.elapsedMs)) * 1_000,
    responseBytes: Math.round(total((round) => round.bytes) / times.length),
  };
}

async function send(
  target: Target,
  agent: Agent,
  call: (n: number) => Call,
  { from, count }: { from: number; count: number },
): Promise<Round> {
  const times: number[] = [];
  let bytes = 0;
  let next = from;
  const cpuBefore = cpuMilliseconds(target.processes);
  const begin = performance.now();
  const worker = async () => {
    while (next < from + count && performance.now() < begin + LONGEST_ROUND_MS) {
      const startedAt = performance.now();
      const size = await once(target.port, agent, call(next++));
      // Not `bytes += await ...`, which adds to what it was before the wait.
      bytes += size;
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  const elapsedMs = performance.now() - begin;
  return { times, bytes, elapsedMs, cpuMs: cpuMilliseconds(target.processes) - cpuBefore };
}

/** The size of the response. @throws unless it is a success: an error page would be measured as a fast one */
function once(port: number, agent: Agent, { path, method = 'GET', headers, body }: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      let bytes = 0;
      let start = '';
      response.on('data', (chunk: Buffer) => {
        if (bytes < 300) start += chunk.toString('utf8', 0, 300);
        bytes += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () => {
        const failed = response.statusCode !== 200 || start.startsWith('{"errors"');
        if (failed)
          reject(new Error(`${method} ${path} gave ${response.statusCode}: ${start.slice(0, 300)}`));
        else resolve(bytes);
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** The value that so large a share of the others does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
