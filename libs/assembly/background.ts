import type { INestApplicationContext } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { SearchIndexing } from '#libs/search';

/** Runs jobs and keeps the search indexes true in this process, beside others that may do the same. */
export async function startBackgroundWork(app: INestApplicationContext): Promise<void> {
  await app.get(Jobs).startWorkers();
  await app.get(SearchIndexing).start();
}

/** Lets what is under way come to an end, within reason. Before the application and its database are closed. */
export async function stopBackgroundWork(app: INestApplicationContext): Promise<void> {
  await Promise.all([app.get(SearchIndexing).stop(), app.get(Jobs).stop()]);
}
