import type { Command } from 'commander';
import type { SiteAccess } from '../site-access.js';

/** Adds `migrate`. */
export function addMigrateCommand(program: Command, site: SiteAccess): void {
  program
    .command('migrate')
    .description('brings the database up to date with this version of Peerdesk')
    .addHelpText(
      'after',
      '\nThe server does so at every start; of several at once, one does it and the others wait.',
    )
    .action(() => site.open(({ migrated }) => Promise.resolve(report(site, migrated))));
}

function report(site: SiteAccess, migrated: readonly string[]): void {
  const lines = migrated.length > 0 ? migrated.map((name) => `ran ${name}`) : ['The database is up to date.'];
  site.terminal.stdout.write(`${lines.join('\n')}\n`);
}
