import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database, SiteSettings } from '#libs/platform';
import { knowledgePolicies } from './policies.js';

export const AUTO_PROMOTION_MODES = ['OFF', 'DRAFT', 'PUBLISH'] as const;
export type AutoPromotionMode = (typeof AUTO_PROMOTION_MODES)[number];

/** When the site makes articles by itself. */
export interface AutoPromotionRule {
  mode: AutoPromotionMode;
  /** An accepted answer qualifies from this score on; 0 to 1,000. */
  minScore: number;
  /** An official answer qualifies whatever its score. */
  onOfficial: boolean;
}

export interface KnowledgeRules {
  /** Readers see only versions that somebody other than their author approved. */
  requireReview: boolean;
  autoPromotion: AutoPromotionRule;
}

const SCORE_MAX = 1_000;
const DEFAULTS: KnowledgeRules = {
  requireReview: false,
  autoPromotion: { mode: 'OFF', minScore: 5, onOfficial: true },
};

/** How the FAQ of this site is run: read by every use case, changed by ADMINs. */
@Injectable()
export class KnowledgeSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: SiteSettings,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
  ) {}

  /** As they were a moment ago: for showing, and for what is looked at once more before it is done. */
  async current(): Promise<KnowledgeRules> {
    const [requireReview, autoPromotion] = await Promise.all([
      this.settings.get('knowledge.requireReview', DEFAULTS.requireReview),
      this.settings.get('knowledge.autoPromotion', DEFAULTS.autoPromotion),
    ]);
    return { requireReview, autoPromotion };
  }

  /** Whether readers may see only what was approved, as it is at this moment: nothing slips through after the change. */
  requiresReview(): Promise<boolean> {
    return this.settings.getNow('knowledge.requireReview', DEFAULTS.requireReview);
  }

  /** As it is at this moment. */
  autoPromotionRule(): Promise<AutoPromotionRule> {
    return this.settings.getNow('knowledge.autoPromotion', DEFAULTS.autoPromotion);
  }

  /**
   * Changes what is given and keeps the rest.
   * @throws UserInputError on `autoPromotion.minScore`
   */
  async update(
    viewer: Viewer,
    changes: { requireReview?: boolean | null; autoPromotion?: AutoPromotionRule | null },
  ): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(knowledgePolicies.configure, actor, undefined);
      const before: KnowledgeRules = {
        requireReview: await this.requiresReview(),
        autoPromotion: await this.autoPromotionRule(),
      };
      const after: KnowledgeRules = {
        requireReview: changes.requireReview ?? before.requireReview,
        autoPromotion: changes.autoPromotion ? checked(changes.autoPromotion) : before.autoPromotion,
      };
      const fields = ['requireReview', 'autoPromotion'] as const;
      const changed = fields.filter(
        (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
      );
      if (changed.length === 0) return;
      for (const field of changed) await this.settings.set(`knowledge.${field}`, after[field]);
      await this.audit.record({
        actorId: actor.accountId,
        action: 'site.faq-rules-changed',
        subjectKind: 'site',
        subjectId: null,
        details: Object.fromEntries(
          changed.map((field) => [field, { from: before[field], to: after[field] }]),
        ),
      });
    });
  }
}

function checked({ mode, minScore, onOfficial }: AutoPromotionRule): AutoPromotionRule {
  if (!Number.isInteger(minScore) || minScore < 0 || minScore > SCORE_MAX) {
    throw UserInputError.field(
      'autoPromotion.minScore',
      `The score is a whole number from 0 to ${SCORE_MAX.toLocaleString('en')}.`,
    );
  }
  return { mode, minScore, onOfficial };
}
