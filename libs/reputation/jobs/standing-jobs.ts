import { Injectable } from '@nestjs/common';
import { Jobs } from '#libs/platform';
import { Abilities } from '../application/abilities.js';
import { PrivilegeKeeping } from '../application/privilege-keeping.js';

/** What becomes of standing by itself: told every minute, taken away every hour, judged by quality some times a day. */
@Injectable()
export class StandingJobs {
  constructor(jobs: Jobs, keeping: PrivilegeKeeping, abilities: Abilities) {
    jobs.define({
      name: 'reputation.announce-privileges',
      actor: 'system',
      cron: '* * * * *',
      run: (_, signal) => keeping.announce(signal),
    });
    jobs.define({
      name: 'reputation.take-privileges',
      actor: 'system',
      cron: '23 * * * *',
      run: (_, signal) => keeping.takeAway(signal),
    });
    jobs.define({
      name: 'reputation.abilities',
      actor: 'system',
      cron: '37 */6 * * *',
      run: (_, signal) => abilities.refresh(signal),
    });
  }
}
