import type { Command } from 'commander';
import type { SiteAccess } from '../site-access.js';

const HELP = `
The people of the sample have no passwords: nobody can log in as one of them. Loading it a second time adds nothing.`;

/** Adds `sample`. */
export function addSampleCommand(program: Command, site: SiteAccess): void {
  program
    .command('sample')
    .description('loads a small lively community to try things with')
    .addHelpText('after', HELP)
    .action(() => load(site));
}

async function load(site: SiteAccess): Promise<void> {
  const [{ Sample }, { SearchIndexing }, { Jobs }] = await Promise.all([
    import('#libs/sample'),
    import('#libs/search'),
    import('#libs/platform'),
  ]);
  await site.withSite(async (app) => {
    const report = await app.get(Sample).load();
    if (!report) {
      site.terminal.stdout.write('The sample is loaded already.\n');
      return;
    }
    // A worker makes it findable by itself; without one nobody would.
    if (!(await app.get(Jobs).areServed())) await app.get(SearchIndexing).drain();
    const { people, questions, answers, articles } = report;
    site.terminal.stdout.write(
      `Loaded ${people} people, ${questions} questions, ${answers} answers and ${articles} FAQ articles.\n`,
    );
  });
}
