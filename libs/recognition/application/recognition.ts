import { Injectable } from '@nestjs/common';
import { ActivityStore } from '../persistence/activity.store.js';
import { BadgeAwarding } from './badge-awarding.js';
import { StandingKeeping } from './standing-keeping.js';

/** From so many people on it is less work to look at everybody at once. */
const SOME_AT_MOST = 2_000;

/** Looks at what people did, and gives them what that is worth. */
@Injectable()
export class Recognition {
  constructor(
    private readonly activity: ActivityStore,
    private readonly standing: StandingKeeping,
    private readonly badges: BadgeAwarding,
  ) {}

  /** Whoever did something since the last look, or to whom something was done. Cut off, it begins again from there. */
  async look(signal?: AbortSignal): Promise<void> {
    const { accountIds, upTo } = await this.activity.sinceLastLook();
    if (accountIds.length > 0) {
      await this.standing.refresh(accountIds, signal);
      await this.badges.award(accountIds.length > SOME_AT_MOST ? null : accountIds, signal);
    }
    await this.activity.remember(upTo);
  }

  /** Everybody: also what no row of theirs tells, such as views, years, and what was taken away. */
  async sweep(signal?: AbortSignal): Promise<void> {
    await this.standing.refreshAll(signal);
    await this.badges.award(null, signal);
  }
}
