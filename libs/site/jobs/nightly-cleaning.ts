import { Injectable } from '@nestjs/common';
import { Sessions } from '#libs/accounts';
import { Drafts } from '#libs/forum';
import { Idempotency, Jobs, Mailer, RateLimits } from '#libs/platform';

/** Removes what has run out and nobody will ask for again. Each part may be left to the next night. */
@Injectable()
export class NightlyCleaning {
  constructor(
    jobs: Jobs,
    private readonly sessions: Sessions,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly drafts: Drafts,
    private readonly mailer: Mailer,
  ) {
    jobs.define({
      name: 'site.clean',
      actor: 'system',
      cron: '23 3 * * *',
      run: () => this.clean(),
    });
  }

  async clean(): Promise<void> {
    await this.sessions.clearExpired();
    await this.limits.clearExpired();
    await this.idempotency.clearOld();
    await this.drafts.clearForgotten();
    await this.mailer.clearOld();
  }
}
