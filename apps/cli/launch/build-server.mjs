/** TypeScript of apps and libs to JavaScript in dist, file by file, only what has changed. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { LaunchError, inProject, readJson, root } from './project.mjs';

const SOURCES = ['apps/api', 'apps/worker', 'apps/cli', 'apps/bench', 'libs'];
/** Read by the running program from beside its code. */
const ASSETS = ['.graphql', '.html', '.json', '.sql', '.txt'];
const NOTE = inProject('dist', '.server.json');

/** @typedef {{ tool: string, files: Record<string, string> }} Note what dist was built from */

/** Whether dist is what the sources say. */
export function isServerBuilt() {
  const before = readNote();
  const now = stateOfSources();
  return before.tool === now.tool && sameFiles(before.files, now.files);
}

/** Brings dist up to date with the sources: changed files are compiled, those of removed sources go. */
export async function buildServer() {
  const before = readNote();
  const now = stateOfSources();
  const { transformFile } = await import('@swc/core');
  const changed = Object.keys(now.files).filter(
    (file) =>
      before.tool !== now.tool || before.files[file] !== now.files[file] || !existsSync(outputOf(file)),
  );
  for (const file of Object.keys(before.files)) if (!(file in now.files)) remove(file);
  try {
    await Promise.all(changed.map((file) => build(file, transformFile)));
  } catch (error) {
    throw new LaunchError(`${error.message}\n\nThe build of the server failed; see above.`);
  }
  writeFileSync(NOTE, JSON.stringify(now));
}

/** @returns {Note} */
function readNote() {
  return existsSync(NOTE) ? readJson(NOTE) : { tool: '', files: {} };
}

/** @returns {Note} */
function stateOfSources() {
  const swc = inProject('node_modules', '@swc', 'core', 'package.json');
  const tool = `${readJson(swc).version} ${readFileSync(inProject('.swcrc'), 'utf8')}`;
  const files = {};
  for (const source of SOURCES.map((path) => inProject(path)).filter(existsSync)) {
    for (const path of filesBelow(source)) {
      const { mtimeMs, size } = statSync(path);
      files[relative(root, path)] = `${mtimeMs} ${size}`;
    }
  }
  return { tool, files };
}

function* filesBelow(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (isBuilt(entry.name)) yield path;
  }
}

function isBuilt(name) {
  if (name.endsWith('.spec.ts') || name.endsWith('.d.ts')) return false;
  return name.endsWith('.ts') || ASSETS.includes(extname(name));
}

function sameFiles(some, others) {
  const names = Object.keys(some);
  return names.length === Object.keys(others).length && names.every((name) => some[name] === others[name]);
}

async function build(file, transformFile) {
  const output = outputOf(file);
  mkdirSync(dirname(output), { recursive: true });
  if (extname(file) !== '.ts') return copyFileSync(inProject(file), output);
  const { code, map } = await transformFile(inProject(file), { cwd: root, root, sourceMaps: true });
  writeFileSync(output, `${code}\n//# sourceMappingURL=${output.split('/').pop()}.map\n`);
  writeFileSync(`${output}.map`, map);
}

function remove(file) {
  rmSync(outputOf(file), { force: true });
  rmSync(`${outputOf(file)}.map`, { force: true });
}

function outputOf(file) {
  return inProject('dist', file.replace(/\.ts$/, '.js'));
}
