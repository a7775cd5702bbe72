import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { Scheduling } from '../application/scheduling.js';

/** Publishes what was scheduled, every minute. */
@Injectable()
export class DuePublications {
  constructor(jobs: Jobs, scheduling: Scheduling) {
    jobs.define({
      name: 'knowledge.publish-due',
      actor: 'system',
      cron: '* * * * *',
      run: () => scheduling.publishDue(),
    });
  }
}
