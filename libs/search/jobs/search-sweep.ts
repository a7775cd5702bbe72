import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { SearchIndexing } from '../application/search-indexing.js';

/** Compares the search indexes with the database every night, and mends what differs. */
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
  }
}
