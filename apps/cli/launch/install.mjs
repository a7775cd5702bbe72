/** Are the packages of package-lock.json there? If not, npm brings them. */
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { inProject, pinnedNode, readJson } from './project.mjs';
import { runQuietly } from './processes.mjs';

/**
 * npm notes in node_modules what it installed, at the very end of an installation. Comparing that note with the lock
 * file also accepts an `npm install` done by hand, and refuses one that was interrupted.
 */
export function isInstalled() {
  const note = inProject('node_modules', '.package-lock.json');
  if (!existsSync(note) || !existsSync(pinnedNode)) return false;
  const installed = readJson(note).packages;
  const wanted = Object.entries(readJson(inProject('package-lock.json')).packages);
  return wanted.every(([path, { version, optional }]) => {
    // Optional packages are the native parts for other kinds of machines.
    const found = installed[path];
    return path === '' || (found ? found.version === version : optional === true);
  });
}

/**
 * Installs exactly what the lock file says. npm runs on the machine's own Node.js: the pinned one is among what
 * is about to be replaced. It is older than some packages ask for, which npm would warn of, although they only
 * ever run on the pinned one; hence errors only.
 */
export async function install() {
  const parameters = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts=false',
    '--loglevel=error',
  ];
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--no-progress',
    '--prefer-offline',
    '--omit-lockfile-registry-resolved',
  ];
  const path = process.env.PATH.split(delimiter).filter((directory) => !directory.includes('node_modules'));
  await runQuietly('The installation', 'npm', [...parameters, ...quiet], {
    env: { ...process.env, PATH: path.join(delimiter) },
  });
}
