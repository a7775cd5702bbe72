/** What has to be there before Peerdesk runs: its packages and its build. Does nothing, quickly, when all is there. */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildServer, isServerBuilt } from './build-server.mjs';
import { buildWeb, isWebBuilt } from './build-web.mjs';
import { install, isInstalled } from './install.mjs';
import { isAlive } from './processes.mjs';
import { inProject, say } from './project.mjs';

const PACKAGES = {
  isDone: isInstalled,
  work: install,
  says: 'Installing packages (about a minute the first time)',
};
const SERVER = { isDone: isServerBuilt, work: buildServer, says: 'Building the server' };
const WEB = { isDone: isWebBuilt, work: buildWeb, says: 'Building the web application' };

/** How much has to be ready: the packages alone, the command line and the server, or everything. */
export const readiness = {
  packages: [PACKAGES],
  server: [PACKAGES, SERVER],
  everything: [PACKAGES, SERVER, WEB],
};

/**
 * Brings the project to the given readiness and says what it does.
 * @param {typeof readiness.everything} steps one of `readiness`
 */
export async function prepare(steps) {
  if (steps.every((step) => step.isDone())) return;
  const release = await lock();
  try {
    for (const step of steps) await take(step);
  } finally {
    release();
  }
}

async function take({ isDone, work, says }) {
  if (isDone()) return;
  say(`${says} …`);
  const begin = Date.now();
  await work();
  say(`  done in ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}

/** `npm start` and `npm test` at once must not both install: the second waits, and finds all done. */
async function lock() {
  const path = inProject('dist', '.preparing');
  mkdirSync(inProject('dist'), { recursive: true });
  const release = () => {
    if (ownerOf(path) === process.pid) rmSync(path, { force: true });
  };
  for (let told = false; ; told = true) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      process.once('exit', release);
      return release;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(path)) rmSync(path, { force: true });
    else if (!told) say(`Waiting for process ${ownerOf(path)}, which is preparing already …`);
    await sleep(200);
  }
}

function ownerOf(path) {
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : undefined;
}

/** A pid is reused, in a container even by the next start, so age counts too: nothing takes this long. */
function isAbandoned(path) {
  const pid = ownerOf(path);
  if (pid === undefined || pid === process.pid) return true;
  const minutes = (Date.now() - statSync(path).mtimeMs) / 60_000;
  return minutes > 20 || !isAlive(pid);
}
