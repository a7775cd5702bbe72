import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { Settlement } from '../application/settlement.js';

/** Settles what is due, and tells offerers what ends soon, every five minutes. */
@Injectable()
export class BountyJobs {
  constructor(jobs: Jobs, settlement: Settlement) {
    jobs.define({
      name: 'bounties.settle',
      actor: 'system',
      cron: '*/5 * * * *',
      run: async () => {
        await settlement.settleDue();
        await settlement.announceEnding();
      },
    });
  }
}
