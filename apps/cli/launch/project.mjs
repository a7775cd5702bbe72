/** Where things are, and how to say something. Runs on the Node.js of the machine, before anything is installed. */
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * A path inside the project.
 * @param {...string} parts
 */
export const inProject = (...parts) => join(root, ...parts);

/** The Node.js that runs Peerdesk: 24, from the npm package `node`, whatever the machine has. */
export const pinnedNode = inProject('node_modules', '.bin', 'node');

/**
 * The environment in which installed programs find each other and the pinned Node.js.
 * @param {NodeJS.ProcessEnv} [extra]
 */
export function toolEnvironment(extra) {
  return { ...process.env, PATH: inProject('node_modules', '.bin') + delimiter + process.env.PATH, ...extra };
}

/** @param {string} path */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * A line for the person at the terminal. On stderr, so that what a command prints can go into a file.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** An end with a line instead of a stack trace. */
export class LaunchError extends Error {}
