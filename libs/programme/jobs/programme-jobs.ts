import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { SuperuserCriteria } from '../application/criteria.js';
import { Invitations } from '../application/invitations.js';
import { Terms } from '../application/terms.js';

/** Counts each night; ends what is over, and tells of what ends soon, each hour. */
@Injectable()
export class ProgrammeJobs {
  constructor(jobs: Jobs, criteria: SuperuserCriteria, invitations: Invitations, terms: Terms) {
    jobs.define({
      name: 'superusers.count',
      actor: 'system',
      cron: '41 2 * * *',
      run: () => criteria.count(),
    });
    jobs.define({
      name: 'superusers.terms',
      actor: 'system',
      cron: '11 * * * *',
      run: async () => {
        await invitations.expireDue();
        await terms.announceEnding();
        await terms.endDue();
      },
    });
  }
}
