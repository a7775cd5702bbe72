/** Starting other programs so that none of them outlives us, and the other way round. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { LaunchError, root } from './project.mjs';

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end, hands our signals on to it, and gives its exit code (128 + n after signal n).
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (chunk: string) => void }} [options]
 * @returns {Promise<number>}
 */
export function run(command, parameters, { onOutput, ...options } = {}) {
  const stdio = onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, parameters, { cwd: root, stdio, ...options });
  const handOn = SIGNALS.map((signal) => {
    const handler = () => child.kill(signal);
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

/**
 * Runs a program whose output matters only when it fails.
 * @param {string} what for the message: "The installation"
 * @param {string} command
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runQuietly(what, command, parameters, options) {
  let output = '';
  const code = await run(command, parameters, { ...options, onOutput: (chunk) => (output += chunk) });
  if (code > 128) process.exit(code);
  if (code !== 0) throw new LaunchError(`${output.trim()}\n\n${what} failed (exit code ${code}); see above.`);
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
