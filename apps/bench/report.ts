import type { Measurement } from './load.js';
import type { Scenario } from './scenarios.js';

export interface Line extends Scenario {
  measured: Measurement;
  /** What a bare route of the same size cost in this run. */
  bareCpuMs: number;
  /** What 10 kB from Node.js alone cost between the rounds. */
  yardstickCpuMs: number;
}

/** What 10 kB from Node.js alone cost on the machine, and in the hour, that the aims and the peer's figures are of. */
const YARDSTICK_OF_THE_AIMS = 0.019;

export function printTable(lines: readonly Line[], server: { startMs: number; megabytes: number }): void {
  const head = [
    '',
    'CPU ms',
    'lowest',
    'machine',
    'scaled',
    'aim',
    'a peer',
    '× bare',
    'p50 ms',
    'p95 ms',
    'bytes',
  ];
  const rows = lines.map(({ name, aimMs, peerMs, measured, bareCpuMs, yardstickCpuMs }) => [
    name,
    measured.cpuMs.toFixed(2),
    measured.lowestCpuMs.toFixed(2),
    `× ${(yardstickCpuMs / YARDSTICK_OF_THE_AIMS).toFixed(1)}`,
    ((measured.cpuMs * YARDSTICK_OF_THE_AIMS) / yardstickCpuMs).toFixed(2),
    aimMs?.toFixed(1) ?? '–',
    peerMs?.toFixed(1) ?? '–',
    (measured.cpuMs / Math.max(bareCpuMs, 0.001)).toFixed(0),
    measured.p50Ms.toFixed(1),
    measured.p95Ms.toFixed(1),
    measured.responseBytes.toLocaleString('en'),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const print = (row: readonly string[]) =>
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
  print(head);
  rows.forEach(print);
  console.log(
    `\nStart to ready ${(server.startMs / 1_000).toFixed(1)} s (aim 3.0); ${server.megabytes} MB after the load (aim 350).`,
  );
}
