import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database, SiteSettings } from '#libs/platform';
import { DEFAULT_STALE_RULES, requireStaleRules } from '../domain/staleness.js';
import type { StaleRules } from '../domain/staleness.js';
import { knowledgePolicies } from './policies.js';
import { STALE_RULES_KEY, Staleness } from './staleness.js';

/** The rules by which articles of this site become stale: read by everybody who curates, changed by ADMINs. */
@Injectable()
export class StaleRuleSettings {
  constructor(
    private readonly database: Database,
    private readonly settings: SiteSettings,
    private readonly accounts: Accounts,
    private readonly staleness: Staleness,
    private readonly audit: Audit,
  ) {}

  /** What is not given stays as it is. Every article is looked at anew. @throws UserInputError on a rule's path */
  async update(viewer: Viewer, changes: Partial<StaleRules>): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(knowledgePolicies.configure, actor, undefined);
      const before = await this.staleness.rules();
      const after = requireStaleRules({ ...before, ...changes });
      const changed = (Object.keys(DEFAULT_STALE_RULES) as (keyof StaleRules)[]).filter(
        (rule) => JSON.stringify(after[rule]) !== JSON.stringify(before[rule]),
      );
      if (changed.length === 0) return;
      await this.settings.set(STALE_RULES_KEY, after);
      await this.staleness.askForAll();
      await this.audit.record({
        actorId: actor.accountId,
        action: 'site.stale-rules-changed',
        subjectKind: 'site',
        subjectId: null,
        details: Object.fromEntries(changed.map((rule) => [rule, { from: before[rule], to: after[rule] }])),
      });
    });
  }
}
