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
  /** CPU of all server processes for one request, in milliseconds. */
  cpuMs: number;
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
const WARM_UP = 150;
const LONGEST_MS = 15_000;

/** Sends `count` requests, at most four at once and for fifteen seconds at most, and measures what they cost the server. */
export async function measure(
  target: Target,
  call: (n: number) => Call,
  count: number,
): Promise<Measurement> {
  const agent = new Agent({ keepAlive: true, maxSockets: SIDE_BY_SIDE });
  try {
    await send(target, agent, call, 0, Math.min(WARM_UP, count));
    const before = cpuMilliseconds(target.processes);
    const startedAt = performance.now();
    const { times, bytes } = await send(target, agent, call, WARM_UP, count);
    const elapsed = performance.now() - startedAt;
    const cpu = cpuMilliseconds(target.processes) - before;
    times.sort((a, b) => a - b);
    return {
      requests: times.length,
      cpuMs: cpu / times.length,
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      perSecond: (times.length / elapsed) * 1_000,
      responseBytes: Math.round(bytes / times.length),
    };
  } finally {
    agent.destroy();
  }
}

async function send(target: Target, agent: Agent, call: (n: number) => Call, from: number, count: number) {
  const times: number[] = [];
  let bytes = 0;
  let next = from;
  const deadline = performance.now() + LONGEST_MS;
  const worker = async () => {
    while (next < from + count && performance.now() < deadline) {
      const startedAt = performance.now();
      bytes += await once(target.port, agent, call(next++));
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return { times, bytes };
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

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
