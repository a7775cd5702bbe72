import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { SearchIndexing } from '../application/search-indexing.js';

/** Compares the search indexes with the database every night, and brings votes in between. */
@Injectable()
export class SearchSweep {
  constructor(jobs: Jobs, indexing: SearchIndexing) {
    jobs.define({
      name: 'search.sweep',
      actor: 'system',
      cron: '17 3 * * *',
      timeoutSeconds: 3_600,
      run: () => indexing.sweep(),
    });
    jobs.define({
      name: 'search.refresh-order',
      actor: 'system',
      cron: '*/10 * * * *',
      timeoutSeconds: 300,
      run: async () => {
        await indexing.refreshOrder();
      },
    });
  }
}
