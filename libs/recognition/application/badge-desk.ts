import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { TagQueries, tagName } from '#libs/forum';
import { NotFoundError, UserInputError, authorise } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database, Jobs, brokenConstraint } from '#libs/platform';
import type { Job } from '#libs/platform';
import { checkedBadge } from '../domain/badge-checks.js';
import type { GivenBadge } from '../domain/badge-checks.js';
import { BadgeDefinitionStore } from '../persistence/badge-definition.store.js';
import type { DefinedBadge } from '../persistence/badge-definition.store.js';
import { BadgeStore } from '../persistence/badge.store.js';
import { measureOf } from '../persistence/measures/index.js';
import { BadgeAwarding } from './badge-awarding.js';
import { recognitionPolicies } from './policies.js';

/** Where admins define badges of their own, and change those that came along. */
@Injectable()
export class BadgeDesk {
  private readonly award: Job<{ badgeId: number }>;

  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly definitions: BadgeDefinitionStore,
    private readonly badges: BadgeStore,
    private readonly tags: TagQueries,
    private readonly audit: Audit,
    jobs: Jobs,
    awarding: BadgeAwarding,
  ) {
    this.award = jobs.define({
      name: 'recognition.badge',
      actor: 'system',
      run: ({ badgeId }, signal) => awarding.awardBadge(badgeId, signal),
    });
  }

  /**
   * A new badge, awarded within moments to whoever reaches it already. Gives its number.
   * @throws UserInputError by field
   */
  async create(viewer: Viewer, given: GivenBadge): Promise<number> {
    try {
      return await this.database.transaction(async () => {
        const actor = await this.allowed(viewer);
        const badge = await this.checked(given);
        const id = await this.definitions.add(badge, actor.accountId);
        await this.record(actor, 'created', badge);
        await this.award.add({ badgeId: id });
        return id;
      });
    } catch (error) {
      if (brokenConstraint(error) !== 'badge_key_unique') throw error;
      throw UserInputError.field('key', 'Another badge has this address already.');
    }
  }

  /**
   * Another badge in its place: whoever does not reach it any more loses it. Its address stays.
   * @throws UserInputError by field; NotFoundError
   */
  async edit(viewer: Viewer, id: number, given: GivenBadge): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.allowed(viewer);
      const before = await this.definitions.lock(id);
      if (!before) throw new NotFoundError('This badge');
      const badge = await this.checked({ ...given, key: before.key });
      await this.definitions.change(id, badge);
      const { threshold: thresholdBefore, measure: measureBefore } = before;
      await this.record(actor, 'edited', badge, { thresholdBefore, measureBefore });
      await this.award.add({ badgeId: id });
    });
  }

  /** From now on nobody is given it, and whoever has it keeps it; or the other way round. */
  async retire(viewer: Viewer, id: number, isRetired: boolean): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.allowed(viewer);
      const before = await this.definitions.lock(id);
      if (!before) throw new NotFoundError('This badge');
      if (before.isRetired === isRetired) return;
      await this.definitions.retire(id, isRetired);
      await this.record(actor, isRetired ? 'retired' : 'brought-back', before);
      if (!isRetired) await this.award.add({ badgeId: id });
    });
  }

  /** How many people would have it now. Writes nothing. @throws UserInputError by field */
  async preview(viewer: Viewer, given: GivenBadge): Promise<number> {
    await this.allowed(viewer);
    return this.badges.countDue(await this.checked(given));
  }

  private async allowed(viewer: Viewer): Promise<Actor> {
    const actor = await this.accounts.current(viewer);
    authorise(recognitionPolicies.manageBadges, actor, undefined);
    return actor;
  }

  private async checked(given: GivenBadge): Promise<DefinedBadge> {
    const measure = measureOf(given.measure);
    if (!measure) throw UserInputError.field('measure', 'Nothing of this name is measured.');
    const named = given.tag?.trim() ? tagName(given.tag) : null;
    const [tag] = named === null ? [] : await this.tags.byNames([named]);
    return { ...checkedBadge(given, measure, named === null || tag !== undefined), tagId: tag?.id ?? null };
  }

  private async record(
    actor: Actor,
    deed: string,
    { key, names, measure, threshold }: Pick<DefinedBadge, 'key' | 'names' | 'measure' | 'threshold'>,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    await this.audit.record({
      actorId: actor.accountId,
      action: `site.badge-${deed}`,
      subjectKind: 'site',
      subjectId: null,
      details: { key, name: names.en, measure, threshold, ...more },
    });
  }
}
