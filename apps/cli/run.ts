import { Command, CommanderError } from 'commander';
import { addCheckCommand } from './commands/check.js';
import { addImportCommand } from './commands/import.js';
import { addMigrateCommand } from './commands/migrate.js';
import { addPeopleCommands } from './commands/people.js';
import { addReindexCommand } from './commands/reindex.js';
import { addSampleCommand } from './commands/sample.js';
import { SiteAccess } from './site-access.js';
import type { Terminal } from './site-access.js';

const FAILED = 1;
/** The command was not understood. */
const MISUSED = 2;

/** Runs one command and gives the exit code of the program: 0, 1 when it failed, 2 when it was not understood. */
export async function run(
  words: readonly string[],
  variables: NodeJS.ProcessEnv,
  terminal: Terminal = process,
): Promise<number> {
  try {
    await programFor(new SiteAccess(variables, terminal)).parseAsync(words, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED;
    await tell(error, variables, terminal);
    return FAILED;
  }
}

function programFor(site: SiteAccess): Command {
  const program = new Command('peerdesk')
    .description('Runs one task on a Peerdesk, beside its server or while that is down.')
    .addHelpText(
      'after',
      '\nIt works on the database that `npm start` works on: that of DATABASE_URL, or the one below DATA_DIR.',
    )
    .showHelpAfterError('Add --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => site.terminal.stdout.write(text),
      writeErr: (text) => site.terminal.stderr.write(text),
    })
    .exitOverride();
  addImportCommand(program, (work) => site.withDatabase(work, { thenSearchable: true }), site.terminal);
  addSampleCommand(program, site);
  addReindexCommand(program, site);
  addCheckCommand(program, site);
  addMigrateCommand(program, site);
  addPeopleCommands(program, site);
  return program;
}

/** A line for the person at the terminal; whoever looks for a defect gets the stack at LOG_LEVEL=debug. */
async function tell(error: unknown, variables: NodeJS.ProcessEnv, { stderr }: Terminal): Promise<void> {
  const { explainFailure } = await import('#libs/assembly');
  const message = explainFailure(error) ?? (error instanceof Error ? error.message : String(error));
  stderr.write(`${message}\n`);
  const isCurious = ['debug', 'trace'].includes(variables['LOG_LEVEL'] ?? '');
  if (isCurious && error instanceof Error) stderr.write(`${error.stack}\n`);
}
