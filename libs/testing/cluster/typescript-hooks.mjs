/**
 * Lets a plain module import the project's TypeScript as it stands. jest compiles specs, but loads its global setup
 * with the bare import of Node.js, which knows neither decorators nor that './x.js' is still './x.ts' here.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../../../', import.meta.url).href;
const options = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'));

registerHooks({
  resolve(specifier, context, nextResolve) {
    const conditions = [...context.conditions, 'peerdesk-source'];
    const fromTypeScript = context.parentURL?.endsWith('.ts') && specifier.startsWith('.');
    const source = fromTypeScript ? specifier.replace(/\.js$/, '.ts') : specifier;
    return nextResolve(source, { ...context, conditions });
  },
  load(url, context, nextLoad) {
    if (!isOurs(url)) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      ...options,
      filename,
      sourceMaps: 'inline',
      swcrc: false,
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

/** @param {string} url */
function isOurs(url) {
  return url.startsWith(root) && url.endsWith('.ts') && !url.includes('/node_modules/');
}

/**
 * Imports one of the project's TypeScript modules.
 * @param {string} path from the root of the project
 */
export function importSource(path) {
  return import(pathToFileURL(fileURLToPath(new URL(path, root))).href);
}
