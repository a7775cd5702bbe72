import { readFileSync, readdirSync } from 'node:fs';

/** Ticks of utime and stime in a second; 100 on every Linux that Node.js runs on. */
const TICKS_PER_SECOND = 100;

interface ProcessTimes {
  pid: number;
  parent: number;
  /** Own user and system time. */
  own: number;
  /** The same of children that have ended and were waited for, such as PostgreSQL's backends. */
  endedChildren: number;
}

/** CPU milliseconds that these processes and all their descendants have used so far. Linux only: it reads /proc. */
export function cpuMilliseconds(roots: readonly number[]): number {
  const ticks = processTree(roots).reduce((sum, times) => sum + times.own + times.endedChildren, 0);
  return (ticks * 1_000) / TICKS_PER_SECOND;
}

/** Memory that these processes and their descendants hold; what several share is divided among them. */
export function residentMegabytes(roots: readonly number[]): number {
  const kilobytes = processTree(roots).reduce((sum, { pid }) => sum + proportionalKilobytes(pid), 0);
  return Math.round(kilobytes / 1_024);
}

function proportionalKilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It ended while we looked.
    return 0;
  }
}

function processTree(roots: readonly number[]): ProcessTimes[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readTimes(Number(name)))
    .filter((times) => times !== null);
  const wanted = new Set(roots);
  // Children may be listed before their parents, so the set grows until nothing is added.
  for (let size = -1; size !== wanted.size;) {
    size = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all.filter(({ pid }) => wanted.has(pid));
}

function readTimes(pid: number): ProcessTimes | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself hold spaces and brackets; the fields after it are counted from 3 (proc(5)).
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const field = (number: number) => fields[number - 3] ?? 0;
    return {
      pid,
      parent: field(4),
      own: field(14) + field(15),
      endedChildren: field(16) + field(17),
    };
  } catch {
    // It ended while we looked.
    return null;
  }
}
