import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { NotFoundError, UserInputError, authorise } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { Database } from '#libs/platform';
import { REASON, requireNotTakenByOther, requireUnfinished } from '../domain/gap.js';
import { GapStore } from '../persistence/gap.store.js';
import type { LockedGap } from '../persistence/gap.store.js';
import { GapAnswers } from './gap-answers.js';
import { insightsPolicies } from './policies.js';

/** What curators do about a gap. */
@Injectable()
export class GapTasks {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly gaps: GapStore,
    private readonly answers: GapAnswers,
    private readonly audit: Audit,
  ) {}

  /**
   * Makes it the caller's task.
   * @throws ConflictError where it is finished, or somebody else's and not taken over by `force`
   */
  take(viewer: Viewer, gapId: number, { force = false } = {}): Promise<void> {
    return this.work(viewer, gapId, async (gap, actor) => {
      const by = actor.accountId;
      requireUnfinished(gap.state);
      if (!force) requireNotTakenByOther(gap, by);
      if (gap.assigneeId === by) return;
      const { articleId, answeredAt, missedAgainAt } = gap;
      const task = { by, assigneeId: by, articleId, answeredAt, missedAgainAt };
      await this.gaps.change(gapId, { state: 'TAKEN', ...task });
      await this.gaps.addStep(gapId, { kind: 'TAKEN', by });
      await this.record(actor, 'taken', { gap: gapId });
    });
  }

  /**
   * Opens it again for everybody, whatever had become of it. One that is missed again remembers the article that did not
   * answer it well enough; otherwise an article that was begun for it is one like any other from now on.
   */
  reopen(viewer: Viewer, gapId: number): Promise<void> {
    return this.work(viewer, gapId, async (gap, actor) => {
      if (gap.state === 'OPEN') return;
      await this.open(gapId, gap, actor.accountId);
      await this.record(actor, 'reopened', { gap: gapId, was: gap.state });
    });
  }

  /** Gives back the tasks of somebody who is not there any more. */
  async giveBackAllOf(accountId: number): Promise<void> {
    for (const gapId of await this.gaps.tasksOf(accountId)) {
      await this.database.transaction(async () => {
        const gap = await this.gaps.lock(gapId);
        if (gap?.assigneeId === accountId) await this.open(gapId, gap, accountId);
      });
    }
  }

  /**
   * Says which article answers it: from now on, or once readers see it, that one shows what it deflected. Until then the
   * gap is the caller's task.
   * @throws ConflictError where it is finished; NotFoundError for an article that does not exist
   */
  async resolve(viewer: Viewer, gapId: number, articleId: number): Promise<void> {
    await this.database.transaction(async () => {
      // Before the gap, as whoever publishes it does: they come either before us or after, and see each other.
      await this.database.query(`select id from article where id = $1 for share`, [articleId]);
      await this.work(viewer, gapId, async (gap, actor) => {
        requireUnfinished(gap.state);
        await this.answers.settle(gapId, gap, articleId, actor.accountId);
      });
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
      await this.gaps.change(gapId, { state: 'DISMISSED', by: actor.accountId, reason: why });
      await this.gaps.addStep(gapId, { kind: 'DISMISSED', by: actor.accountId, reason: why });
      await this.record(actor, 'dismissed', { gap: gapId, reason: why });
    });
  }

  private async open(gapId: number, gap: LockedGap, by: number): Promise<void> {
    const { answeredAt, missedAgainAt } = gap;
    const missed = missedAgainAt && {
      articleId: await this.gaps.lastAnswer(gapId),
      answeredAt,
      missedAgainAt,
    };
    await this.gaps.change(gapId, { state: 'OPEN', by, ...missed });
    await this.gaps.addStep(gapId, { kind: gap.state === 'TAKEN' ? 'GIVEN_BACK' : 'REOPENED', by });
  }

  /** Without the words of the gap: those were typed by people who never meant them to be kept for good. */
  private record(
    actor: Actor,
    deed: 'taken' | 'reopened' | 'dismissed',
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
