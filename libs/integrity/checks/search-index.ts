import type { Jobs } from '#libs/platform';
import type { SearchIndexing } from '#libs/search';
import type { CheckResult } from '../check.js';

/** After an outage a change is found within so many seconds; older ones mean that nobody brings them in. */
const PATIENCE_SECONDS = 60;
const EXAMPLES = 3;

/** Whether every search index says what the database says. It takes a walk through both, page by page. */
export async function checkSearchIndexes(
  indexing: SearchIndexing,
  jobs: Jobs,
  { repair }: { repair: boolean },
): Promise<CheckResult[]> {
  const isServed = await jobs.areServed();
  const results: CheckResult[] = [];
  const compared = await indexing.compare({ repair });
  // Without a worker nobody would bring in what was marked.
  if (repair && !isServed) await indexing.drain();

  for (const status of await indexing.status()) {
    const { missing = [], stale = [], extra = [] } = compared[status.engine] ?? {};
    const differences = [
      ...missing.map((id) => `${id} is missing`),
      ...stale.map((id) => `${id} is outdated`),
      ...extra.map((id) => `${id} should be gone`),
    ];
    results.push({
      name: `index (${status.engine.toLowerCase()})`,
      promise: 'The search index says what the database says.',
      rows: status.documents,
      broken: repair ? 0 : differences.length,
      examples: differences.slice(0, EXAMPLES),
      mended: repair ? differences.length : 0,
    });

    const isLate = isServed && status.lagSeconds > PATIENCE_SECONDS;
    results.push({
      name: `changes (${status.engine.toLowerCase()})`,
      promise: `Every change is in the search index within ${PATIENCE_SECONDS} seconds.`,
      rows: status.dirty,
      broken: status.setAside + (isLate ? status.dirty - status.setAside : 0),
      examples: status.problem && (isLate || status.setAside > 0) ? [status.problem] : [],
      mended: 0,
      ...(status.dirty > 0 && !isServed && { note: `${status.dirty} changes wait for a worker` }),
    });
  }
  return results;
}
