import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, UserInputError, authorise } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { Database } from '#libs/platform';
import { REASON, requireUnfinished } from '../domain/gap.js';
import { GapStore } from '../persistence/gap.store.js';
import type { LockedGap } from '../persistence/gap.store.js';
import { insightsPolicies } from './policies.js';

/** What curators do about a gap. */
@Injectable()
export class GapTasks {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly gaps: GapStore,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes it the caller's task.
   * @throws ConflictError where it is finished, or somebody else's and not taken over by `force`
   */
  take(viewer: Viewer, gapId: number, { force = false } = {}): Promise<void> {
    return this.work(viewer, gapId, async (gap, actor) => {
      requireUnfinished(gap.state);
      if (gap.assigneeId !== null && gap.assigneeId !== actor.accountId && !force) {
        throw new ConflictError(`${gap.assigneeName ?? 'Somebody else'} has taken this gap.`, {
          assignee: gap.assigneeName,
        });
      }
      await this.gaps.setState(gapId, 'TAKEN', { by: actor.accountId, assigneeId: actor.accountId });
      if (gap.assigneeId !== actor.accountId) await this.record(actor, 'taken', { gap: gapId });
    });
  }

  /** Opens it again for everybody, whatever had become of it. */
  reopen(viewer: Viewer, gapId: number): Promise<void> {
    return this.work(viewer, gapId, async (gap, actor) => {
      await this.gaps.setState(gapId, 'OPEN', { by: actor.accountId });
      if (gap.state !== 'OPEN') await this.record(actor, 'reopened', { gap: gapId, was: gap.state });
    });
  }

  /**
   * Says which article answers it; from now on that one shows what it deflected.
   * @throws ConflictError where it is finished; NotFoundError for an article that does not exist
   */
  resolve(viewer: Viewer, gapId: number, articleId: number): Promise<void> {
    return this.work(viewer, gapId, async (gap, actor) => {
      requireUnfinished(gap.state);
      const article = await this.database.one(`select id from article where id = $1 for key share`, [
        articleId,
      ]);
      if (!article) throw new NotFoundError('This article');
      await this.gaps.setState(gapId, 'DONE', { by: actor.accountId, articleId });
      await this.record(actor, 'answered', { gap: gapId, article: articleId });
    });
  }

  /** @throws UserInputError on `reason`; ConflictError where it is finished */
  async dismiss(viewer: Viewer, gapId: number, reason: string): Promise<void> {
    const why = normaliseText(reason).trim();
    if (why === '' || [...why].length > REASON.max) {
      throw UserInputError.field('reason', `Please say why, in up to ${REASON.max} characters.`);
    }
    await this.work(viewer, gapId, async (gap, actor) => {
      requireUnfinished(gap.state);
      await this.gaps.setState(gapId, 'DISMISSED', { by: actor.accountId, reason: why });
      await this.record(actor, 'dismissed', { gap: gapId, reason: why });
    });
  }

  /** Without the words of the gap: those were typed by people who never meant them to be kept for good. */
  private record(
    actor: Actor,
    deed: 'taken' | 'reopened' | 'answered' | 'dismissed',
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({
      actorId: actor.accountId,
      action: `site.gap-${deed}`,
      subjectKind: 'site',
      subjectId: null,
      details,
    });
  }

  private async work(
    viewer: Viewer,
    gapId: number,
    act: (gap: LockedGap, actor: Actor) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(insightsPolicies.work, actor, undefined);
      const gap = await this.gaps.lock(gapId);
      if (!gap) throw new NotFoundError('This gap');
      await act(gap, actor);
    });
  }
}
