/** What all launchers have in common: how they begin, how they go on, and how they end. */
import { pathToFileURL } from 'node:url';
import { run } from './processes.mjs';
import { LaunchError, inProject, pinnedNode, readJson, say, toolEnvironment } from './project.mjs';

/** Set for the launcher that was started once more, so that it is not started forever. */
const SECOND_ATTEMPT = 'ON_PINNED_NODE';

/**
 * Runs the body of a launcher: what it expects to go wrong is told in a line, everything else with its stack.
 * @param {() => Promise<unknown>} body
 */
export async function launcher(body) {
  endWithParent();
  try {
    await body();
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    say(error.message);
    process.exit(1);
  }
}

/**
 * Goes on as a module of the project, on the pinned Node.js: in this process when it runs on that already, otherwise
 * the launcher starts once more on it.
 * @param {string} entry path of the built module
 */
export async function become(entry) {
  const { version } = readJson(inProject('node_modules', 'node', 'package.json'));
  if (process.version !== `v${version}`) return startOnceMore(version);
  delete process.env[SECOND_ATTEMPT];
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
}

async function startOnceMore(version) {
  if (process.env[SECOND_ATTEMPT]) {
    throw new LaunchError(
      `${pinnedNode} is ${process.version}, not ${version}. Remove node_modules and try again.`,
    );
  }
  const env = toolEnvironment({ [SECOND_ATTEMPT]: '1' });
  process.exit(await run(pinnedNode, process.argv.slice(1), { env }));
}

/**
 * When npm or the launcher above us is killed, nobody tells us: the kernel only gives us another parent. That counts
 * as SIGTERM. Started by hand, without npm, a process may well outlive its shell.
 *
 * The scripts of package.json say `exec` for the same reason: a shell between npm and us would swallow the SIGINT
 * that npm hands on, and would stay our parent when npm is killed.
 */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
