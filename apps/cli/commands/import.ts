import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { ImportProgress } from '#libs/importer';
import type { Database } from '#libs/platform';

/** Opens the database of this Peerdesk, migrated, for the time of the work. */
export type WithDatabase = (work: (database: Database) => Promise<void>) => Promise<void>;

/** Where the report and the progress go. */
export interface Terminal {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}

/** The exit code of a program that was ended by Ctrl-C. */
const INTERRUPTED = 130;

const HELP = `
DIR holds the .xml files of the dump: Posts, Users, Votes, Comments, Tags, Badges, PostLinks and PostHistory, of which
all but Posts may be missing. It is read as a stream, so its size does not matter.

It may be stopped (Ctrl-C) and run again: it goes on where it was. Run on a newer dump of the same community, it
adds what is new. The people it brings cannot log in until their password is reset (peerdesk reset-password USER).`;

/** Adds `import stackexchange DIR` to the program. */
export function addImportCommand(
  program: Command,
  withDatabase: WithDatabase,
  terminal: Terminal = process,
): void {
  program
    .command('import')
    .description('brings a community here from elsewhere')
    .command('stackexchange')
    .description('imports a Stack Exchange data dump')
    .argument('<dir>', 'the directory with the .xml files of the dump')
    .option('--locale <tag>', 'the language of its text, such as pt or ja (guessed when left out)')
    .addHelpText('after', HELP)
    .action((directory: string, options: { locale?: string }) =>
      withDatabase((database) =>
        runImport({ directory: fromWhereItWasTyped(directory), ...options, database }, terminal),
      ),
    );
}

interface Wanted {
  directory: string;
  locale?: string;
  database: Database;
}

/** npm runs scripts in the directory of the project, and says where the person was. */
function fromWhereItWasTyped(directory: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', directory);
}

async function runImport(wanted: Wanted, { stdout, stderr }: Terminal): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  try {
    // Loaded only for this command: the others, and --help, need not wait for it.
    const { formatReport, importStackExchange } = await import('#libs/importer');
    const onProgress = progressLines(stderr);
    const report = await importStackExchange({ ...wanted, onProgress, signal: stop.signal });
    stdout.write(`${formatReport(report)}\n`);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    stderr.write('Stopped. What was imported is kept; run the same command again to go on.\n');
    process.exitCode = INTERRUPTED;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

const SECONDS_BETWEEN_LINES = 2;

/** Tells on stderr how far it is, so that stdout holds the report alone. */
function progressLines(stderr: Terminal['stderr']): (progress: ImportProgress) => void {
  let next = 0;
  return ({ kind, rows, done }) => {
    if (performance.now() < next) return;
    next = performance.now() + SECONDS_BETWEEN_LINES * 1000;
    const percent = Math.floor(done * 100);
    stderr.write(`${String(percent).padStart(3)} %  ${kind}: ${rows.toLocaleString('en-GB')} rows\n`);
  };
}
