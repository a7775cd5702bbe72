/** Starting other programs so that none of them outlives us, and the other way round. */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { LaunchError, root } from './project.mjs';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** How long a program that only prepares something may take to end after a signal. */
const PATIENCE_MS = 2000;

/**
 * @typedef {import('node:child_process').SpawnOptions & {
 *   onOutput?: (chunk: string) => void,
 *   onSignal?: (signal: NodeJS.Signals, child: import('node:child_process').ChildProcess) => void,
 * }} RunOptions
 */

/**
 * Runs a program to its end, hands our signals on to it, and gives its exit code (128 + n after signal n).
 * @param {string} command
 * @param {string[]} parameters
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, parameters, { onOutput, onSignal = handOver, ...options } = {}) {
  const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, parameters, { cwd: root, stdio, ...options });
  const handOn = SIGNALS.map((signal) => {
    const handler = () => onSignal(signal, child);
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  for (const stream of onOutput ? [child.stdout, child.stderr] : []) {
    stream.setEncoding('utf8').on('data', onOutput);
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const stop of handOn) stop();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function handOver(signal, child) {
  child.kill(signal);
}

/**
 * Runs a program whose output matters only when it fails. A signal ends it and us for good: what it leaves half done,
 * the next start does again.
 * @param {string} what for the message: "The installation"
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runQuietly(what, command, parameters, options) {
  let output = '';
  let interruptedBy;
  const code = await run(command, parameters, {
    ...options,
    onOutput: (chunk) => (output += chunk),
    onSignal(signal, child) {
      interruptedBy ??= signal;
      child.kill(signal);
      // npm would first take back what it has done, and waits for the scripts that it runs.
      setTimeout(() => killWithDescendants(child.pid), PATIENCE_MS).unref();
    },
  });
  if (interruptedBy) process.exit(128 + constants.signals[interruptedBy]);
  if (code !== 0) throw new LaunchError(`${output.trim()}\n\n${what} failed (exit code ${code}); see above.`);
}

function killWithDescendants(pid) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const parents = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const member of family) {
    family.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child));
  }
  for (const member of family) if (isAlive(member)) process.kill(member, 'SIGKILL');
}

/**
 * Whether there is a process of this number, ours or another user's.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
