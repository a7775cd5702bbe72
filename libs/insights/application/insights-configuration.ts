import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { authorise, checkAll } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database, SiteSecret, SiteSettings } from '#libs/platform';
import {
  DEFAULT_SETTINGS,
  isHeldOut,
  requireHoldoutPercent,
  requireRetentionDays,
} from '../domain/settings.js';
import type { InsightsSettings } from '../domain/settings.js';
import { insightsPolicies } from './policies.js';

const KEY = 'insights';

/** How much is watched: read by whoever records, changed by ADMINs. */
@Injectable()
export class InsightsConfiguration {
  constructor(
    private readonly database: Database,
    private readonly settings: SiteSettings,
    private readonly secret: SiteSecret,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
  ) {}

  /** As they were a moment ago: asked for with every event. */
  async current(): Promise<InsightsSettings> {
    return { ...DEFAULT_SETTINGS, ...(await this.settings.get<Partial<InsightsSettings>>(KEY, {})) };
  }

  /** Whether this session is one of those that are shown no suggestions. */
  async isHeldOut(session: string): Promise<boolean> {
    const { holdoutPercent } = await this.current();
    return isHeldOut(await this.secret.digest('intent-holdout', session), holdoutPercent);
  }

  /**
   * Changes what is given and keeps the rest.
   * @throws UserInputError on `holdoutPercent` or `retentionDays`
   */
  async update(
    viewer: Viewer,
    changes: { holdoutPercent?: number | null; retentionDays?: number | null },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(insightsPolicies.configure, actor, undefined);
      const set = await this.settings.getNow<Partial<InsightsSettings>>(KEY, {});
      const before = { ...DEFAULT_SETTINGS, ...set };
      const [holdoutPercent, retentionDays] = checkAll(
        () => requireHoldoutPercent(changes.holdoutPercent ?? before.holdoutPercent),
        () => requireRetentionDays(changes.retentionDays ?? before.retentionDays),
      );
      const after = { holdoutPercent, retentionDays };
      const changed = (Object.keys(after) as (keyof InsightsSettings)[]).filter(
        (field) => after[field] !== before[field],
      );
      if (changed.length === 0) return;
      await this.settings.set(KEY, after);
      await this.audit.record({
        actorId: actor.accountId,
        action: 'site.updated',
        subjectKind: 'site',
        subjectId: null,
        details: Object.fromEntries(
          changed.map((field) => [field, { from: String(before[field]), to: String(after[field]) }]),
        ),
      });
    });
  }
}
