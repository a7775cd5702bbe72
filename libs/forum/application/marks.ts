import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import {
  AlsoSolvedMarked,
  AlsoSolvedWithdrawn,
  AnswerMadeOfficial,
  OfficialMarkWithdrawn,
  QuestionChanged,
} from '../domain/events.js';
import { FORUM_RULES } from '../domain/forum-rules.js';
import type { ForumRulesSource } from '../domain/forum-rules.js';
import { MarkStore } from '../persistence/mark.store.js';
import { PostStore } from '../persistence/post.store.js';
import type { LockedPost } from '../persistence/post.store.js';
import { Acceptance } from './acceptance.js';
import { forumPolicies } from './policies.js';

/** By askers. Accepting and taking back again leaves lines in two ledgers each time. */
const MARKS: RateLimit = { name: 'mark', points: 120, seconds: 3_600 };

/**
 * What marks an answer out: the asker accepts it or says that it solved the problem too, a moderator makes it official.
 * All of it moves in one transaction under the lock of the question. An answer is accepted or solved it too, not both.
 */
@Injectable()
export class Marks {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly marks: MarkStore,
    private readonly acceptance: Acceptance,
    private readonly events: DomainEvents,
    @Inject(FORUM_RULES) private readonly rules: ForumRulesSource,
    private readonly limits: RateLimits,
  ) {}

  /** The asker says: this solved it. Gives the number of the question. */
  accept(viewer: Viewer, answerId: number): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.accept, answerId, actor, 'answer');
      await this.limits.consume(MARKS, actor.accountId);
      // What was accepted in their name they make their own; whoever has points from it keeps them.
      if (answer.isOnBehalf) await this.marks.accept(answer.id, actor.accountId, false);
      else if (answer.isAccepted) return answer.questionId;
      else await this.acceptance.move(answer, actor, false);
      return this.decided(answer.questionId);
    });
  }

  /** The asker takes the acceptance back. @throws ConflictError if the answer is not the accepted one */
  unaccept(viewer: Viewer, answerId: number): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.accept, answerId, actor, 'answer');
      await this.limits.consume(MARKS, actor.accountId);
      if (!answer.isAccepted) throw new ConflictError('This answer is not the accepted one (any more).');
      await this.acceptance.clear(answer.questionId);
      return this.decided(answer.questionId);
    });
  }

  /**
   * The asker says: this solved it too. Gives the number of the question.
   * @throws ConflictError for the accepted answer, and where as many answers are marked as the rules allow
   */
  markAlsoSolved(viewer: Viewer, answerId: number): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.markAlsoSolved, answerId, actor, 'answer');
      await this.limits.consume(MARKS, actor.accountId);
      if (answer.isAlsoSolved) return answer.questionId;
      if (answer.isAccepted) throw new ConflictError('This answer is the accepted one already.');
      const { alsoSolvedMost } = await this.rules.now();
      if ((await this.marks.countAlsoSolved(answer.questionId)) >= alsoSolvedMost) {
        throw new ConflictError(
          `Besides the accepted answer, ${alsoSolvedMost} at most are marked as having solved it too.`,
          { most: alsoSolvedMost },
        );
      }
      await this.marks.set('also_solved', answer.id, actor.accountId);
      await this.events.publish(new AlsoSolvedMarked(answer, answer.askerId, actor, answer.isAcceptanceVoid));
      return this.changed(answer.questionId);
    });
  }

  /** The asker takes that back. @throws ConflictError if the answer is not marked so */
  unmarkAlsoSolved(viewer: Viewer, answerId: number): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.markAlsoSolved, answerId, actor, 'answer');
      await this.limits.consume(MARKS, actor.accountId);
      if (!answer.isAlsoSolved) {
        throw new ConflictError('This answer is not marked as having solved it too (any more).');
      }
      await this.marks.clearAlsoSolved(answer.id);
      await this.events.publish(new AlsoSolvedWithdrawn(answer));
      return this.changed(answer.questionId);
    });
  }

  /** A moderator says: this is right, whoever wrote it. Null takes the mark away. */
  async setOfficial(viewer: Viewer, questionId: number, answerId: number | null): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      await this.posts.lockFor(forumPolicies.setOfficial, questionId, actor, 'question');
      const answer = answerId === null ? null : await this.answerOf(questionId, answerId, actor);
      if (answer?.isOfficial) return;
      const earlier = await this.marks.clear('official', questionId);
      if (earlier) await this.events.publish(new OfficialMarkWithdrawn(earlier, actor));
      if (answer) {
        await this.marks.set('official', answer.id, actor.accountId);
        await this.events.publish(new AnswerMadeOfficial(answer, actor));
      }
      await this.posts.recountAnswers(questionId);
      await this.changed(questionId);
    });
  }

  private async answerOf(questionId: number, answerId: number, actor: Actor): Promise<LockedPost> {
    const answer = await this.posts.lockFor(forumPolicies.setOfficial, answerId, actor, 'answer');
    if (answer.questionId !== questionId) throw new ConflictError('This answer belongs to another question.');
    return answer;
  }

  private async decided(questionId: number): Promise<number> {
    await this.posts.recountAnswers(questionId);
    await this.posts.noteDecision(questionId);
    await this.events.publish(new QuestionChanged(questionId));
    return questionId;
  }

  private async changed(questionId: number): Promise<number> {
    await this.posts.touch(questionId);
    await this.events.publish(new QuestionChanged(questionId));
    return questionId;
  }
}
