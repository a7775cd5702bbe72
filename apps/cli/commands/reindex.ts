import type { Command } from 'commander';
import type { SiteAccess } from '../site-access.js';

const HELP = `
The old index answers until the new one is complete, then they change places. What is written meanwhile is in both.`;

/** Adds `reindex`. */
export function addReindexCommand(program: Command, site: SiteAccess): void {
  program
    .command('reindex')
    .description('builds the search index anew beside the old one and swaps it in')
    .addHelpText('after', HELP)
    .action(() => reindex(site));
}

async function reindex(site: SiteAccess): Promise<void> {
  const { SearchIndexing } = await import('#libs/search');
  await site.withSite(async (app) => {
    const startedAt = performance.now();
    const reports = await app.get(SearchIndexing).rebuild((engine, documents) => {
      site.showProgress(`${engine}: ${documents} documents`);
    });
    site.showProgress('');
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    for (const [engine, { documents }] of Object.entries(reports)) {
      site.terminal.stdout.write(
        `${engine}: ${documents.toLocaleString('en')} documents, swapped in after ${seconds} s\n`,
      );
    }
  });
}
