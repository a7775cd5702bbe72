/** The pages to dist/web. A build takes long enough to look at what the files say, not at when they were touched. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, toolEnvironment } from './project.mjs';
import { runQuietly } from './processes.mjs';

const WEB = inProject('apps', 'web');
const NOTE = inProject('dist', 'web', '.built-from');
const NOT_SOURCES = new Set(['node_modules', '.svelte-kit', 'build']);

/** Whether dist/web is what the sources say. */
export function isWebBuilt() {
  return existsSync(NOTE) && readFileSync(NOTE, 'utf8') === fingerprint();
}

/** Builds all of it anew. */
export async function buildWeb() {
  const builtFrom = fingerprint();
  await runQuietly('The build of the web application', 'vite', ['build', '--logLevel', 'warn'], {
    cwd: WEB,
    env: toolEnvironment({ NODE_ENV: 'production' }),
  });
  // The build empties its folder first, so a note that is there belongs to a build that came to its end.
  writeFileSync(NOTE, builtFrom);
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(inProject('package-lock.json')));
  for (const path of filesBelow(WEB)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function* filesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isFile()) yield path;
    else if (!NOT_SOURCES.has(entry.name)) yield* filesBelow(path);
  }
}
