import type { Command } from 'commander';
import type { CheckResult } from '#libs/integrity';
import type { SiteAccess } from '../site-access.js';

const HELP = `
Prints a table of every promise about the data that can be checked: how many things were looked at, how many break it,
and the first few of those. The exit code is 0 when all are kept.

--repair writes anew what is derived, such as counters. The ledger is never changed: what is missing or too much in it
is balanced by entries like any other. It works beside a running server.`;

/** Adds `check`. */
export function addCheckCommand(program: Command, site: SiteAccess): void {
  program
    .command('check')
    .description('verifies every promise that can be checked on the data')
    .option('--repair', 'mend what can be derived', false)
    .addHelpText('after', HELP)
    .action((options: { repair: boolean }) => check(site, options));
}

async function check(site: SiteAccess, options: { repair: boolean }): Promise<void> {
  const { Integrity, areAllKept, formatResults } = await import('#libs/integrity');
  await site.withSite(async (app) => {
    const results: CheckResult[] = [];
    for await (const result of app.get(Integrity).check(options)) {
      results.push(result);
      site.showProgress(`${result.name} …`);
    }
    site.showProgress('');
    site.terminal.stdout.write(`${formatResults(results)}\n`);
    if (!areAllKept(results)) process.exitCode = 1;
  });
}
