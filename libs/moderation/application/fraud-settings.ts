import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, SiteSettings } from '#libs/platform';
import { DEFAULT_THRESHOLDS, requireThresholds } from '../domain/thresholds.js';
import type { FraudThresholds } from '../domain/thresholds.js';
import { Audit } from './audit.js';
import { moderationPolicies } from './policies.js';

const THRESHOLDS = 'fraud-thresholds';
const WATERMARK = 'fraud-watermark';

/** From where on something is looked at, which admins alone know, and up to when everything was. */
@Injectable()
export class FraudSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: SiteSettings,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
  ) {}

  async thresholds(): Promise<FraudThresholds> {
    const saved = await this.settings.getNow<Partial<FraudThresholds>>(THRESHOLDS, {});
    return { ...DEFAULT_THRESHOLDS, ...saved };
  }

  /** @throws UserInputError naming each that is out of its range */
  async setThresholds(viewer: Viewer, given: FraudThresholds): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(moderationPolicies.setFraudThresholds, actor, undefined);
      await this.settings.set(THRESHOLDS, requireThresholds(given));
      // That they changed, and not to what: moderators read the record, and thresholds are for admins.
      await this.audit.record({
        actorId: actor.accountId,
        action: 'site.fraud-thresholds-changed',
        subjectKind: 'site',
        subjectId: null,
      });
      // By other thresholds, what was passed over may be worth a look.
      await this.settings.set(WATERMARK, null);
    });
  }

  /** Null: never. */
  async lookedAtUpTo(): Promise<Date | null> {
    const saved = await this.settings.getNow<string | null>(WATERMARK, null);
    return saved === null ? null : new Date(saved);
  }

  async setLookedAtUpTo(time: Date): Promise<void> {
    await this.settings.set(WATERMARK, time.toISOString());
  }
}
