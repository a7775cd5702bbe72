import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';

const run = promisify(execFile);

/** The Chromium that comes in an npm package: the same on every machine, and nothing is downloaded. */
export async function launchBrowser(): Promise<Browser> {
  const folder = await unpackedChromium();
  const executablePath = join(folder, 'chromium');
  // Its own fonts, too, so that a text is as wide here as anywhere.
  const env = { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') };
  return playwright.launch({
    executablePath,
    env: (await starts(executablePath, env))
      ? env
      : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
    // Of the flags that the package proposes, those that weaken the browser are left out: pages are held to their
    // content security policy here as in anybody's browser. As root there is no sandbox to be had.
    args: ['--headless=shell', '--no-sandbox', '--font-render-hinting=none', '--disable-gpu', '--no-pings'],
    ignoreDefaultArgs: ['--headless'],
    headless: true,
  });
}

/**
 * The package unpacks itself into the machine's temporary folder, where the browser of another user may lie, or the half
 * of one. So it is unpacked by itself beside its packed form, once for each version, and put in place when it is whole.
 */
async function unpackedChromium(): Promise<string> {
  const manifest = JSON.parse(await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8')) as {
    version: string;
  };
  const cache = 'node_modules/.cache';
  const folder = join(process.cwd(), cache, `chromium-${manifest.version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const unpacking = await mkdtemp(join(process.cwd(), cache, 'unpacking-'));
  await run(process.execPath, [fileURLToPath(new URL('./unpack-chromium.mjs', import.meta.url))], {
    // The name of Amazon's environment makes the package bring the libraries along that a bare machine lacks.
    env: { PATH: process.env['PATH'], TMPDIR: unpacking, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  await writeFile(join(unpacking, 'fonts', 'fonts.conf'), FONTS);
  // Of two who unpack at once the second one finds the folder there.
  await rename(unpacking, folder).catch(() => rm(unpacking, { recursive: true, force: true }));
  return folder;
}

/** The package's own looks for fonts in places of Amazon's. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">.</dir></fontconfig>
`;

async function starts(executablePath: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await run(executablePath, ['--version'], { env });
    return true;
  } catch {
    return false;
  }
}
