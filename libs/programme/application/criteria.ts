import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Notices } from '#libs/notifications';
import { Database, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import { criteriaOf } from '../domain/criteria.js';
import type { Criterion } from '../domain/criteria.js';
import { SuperuserStandingStore } from '../persistence/standing.store.js';
import { programmePolicies } from './policies.js';

/** It looks at all that was written in months. */
const REFRESHES: RateLimit = { name: 'superuser-refresh', points: 6, seconds: 600 };

/** Who fulfils what it takes, counted each night and when staff ask. It suggests; people decide. */
@Injectable()
export class SuperuserCriteria {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly ruleSets: RuleSets,
    private readonly standings: SuperuserStandingStore,
    @Inject(Notices) private readonly notices: Pick<Notices, 'tellAll'>,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Counts anew, and tells staff of superusers who have been below for longer than the days of grace, once each time.
   * Runs any number of times and side by side.
   */
  async count(): Promise<void> {
    await this.database.transaction(() => this.standings.count());
    await this.database.transaction(async () => {
      const below = await this.standings.claimBelow();
      if (below.length === 0) return;
      const staff = await this.standings.staff();
      await this.notices.tellAll(
        below.flatMap(({ accountId, username, belowSince }) =>
          staff.map((staffId) => ({
            accountId: staffId,
            kind: 'SUPERUSER_BELOW' as const,
            key: `superuser-below:${accountId}:${belowSince.toISOString()}`,
            subject: null,
            data: { name: username },
          })),
        ),
      );
    });
  }

  /** The same when staff want the figures of this moment. @throws RateLimitedError beyond 6 in ten minutes */
  async refresh(viewer: Viewer): Promise<void> {
    const actor = await this.accounts.current(viewer);
    authorise(programmePolicies.manage, actor, undefined);
    await this.limits.consume(REFRESHES, actor.accountId);
    await this.count();
  }

  /** What somebody has of each criterion at this moment. */
  async of(accountId: number): Promise<Criterion[]> {
    const [figures, { rules }] = await Promise.all([
      this.standings.figuresOf(accountId),
      this.ruleSets.current(),
    ]);
    return criteriaOf(figures, rules.superusers);
  }
}
