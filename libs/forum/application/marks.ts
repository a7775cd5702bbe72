import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import {
  AcceptanceWithdrawn,
  AnswerAccepted,
  AnswerMadeOfficial,
  OfficialMarkWithdrawn,
  QuestionChanged,
} from '../domain/events.js';
import { PostStore } from '../persistence/post.store.js';
import type { LockedPost } from '../persistence/post.store.js';
import { forumPolicies } from './policies.js';

type Mark = 'accepted' | 'official';

/**
 * What marks an answer out: the asker accepts it, a moderator makes it official. Both stand side by side, each on one
 * answer of a question at most, and both move in one transaction under the lock of the question.
 */
@Injectable()
export class Marks {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly events: DomainEvents,
  ) {}

  /** The asker says: this solved it. Gives the number of the question. */
  accept(viewer: Viewer, answerId: number): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.accept, answerId, actor, 'answer');
      if (answer.isAccepted) return answer.questionId;
      await this.clearAccepted(answer.questionId);
      await this.set('accepted', answer, actor);
      await this.events.publish(new AnswerAccepted(answer, answer.askerId, actor));
      return this.changed(answer.questionId);
    });
  }

  /** The asker takes the acceptance back. @throws ConflictError if the answer is not the accepted one */
  unaccept(viewer: Viewer, answerId: number): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.accept, answerId, actor, 'answer');
      if (!answer.isAccepted) throw new ConflictError('This answer is not the accepted one (any more).');
      await this.clearAccepted(answer.questionId);
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
      await this.clearOfficial(questionId, actor);
      if (answer) {
        await this.set('official', answer, actor);
        await this.events.publish(new AnswerMadeOfficial(answer, actor));
      }
      await this.changed(questionId);
    });
  }

  private async answerOf(questionId: number, answerId: number, actor: Actor): Promise<LockedPost> {
    const answer = await this.posts.lockFor(forumPolicies.setOfficial, answerId, actor, 'answer');
    if (answer.questionId !== questionId) throw new ConflictError('This answer belongs to another question.');
    return answer;
  }

  private async clearAccepted(questionId: number): Promise<void> {
    const earlier = await this.clear('accepted', questionId);
    if (earlier) await this.events.publish(new AcceptanceWithdrawn(earlier));
  }

  private async clearOfficial(questionId: number, by: Actor): Promise<void> {
    const earlier = await this.clear('official', questionId);
    if (earlier) await this.events.publish(new OfficialMarkWithdrawn(earlier, by));
  }

  private async clear(mark: Mark, questionId: number) {
    const row = await this.database.one<{ id: number; authorId: number | null }>(
      `update post set ${mark}_at = null, ${mark}_by = null, ${mark}_revision = null
        where question_id = $1 and ${mark}_at is not null returning id, author_id as "authorId"`,
      [questionId],
    );
    return row && { ...row, kind: 'answer' as const, questionId };
  }

  private async set(mark: Mark, answer: LockedPost, actor: Actor): Promise<void> {
    await this.database.query(
      `update post set ${mark}_at = now(), ${mark}_by = $2, ${mark}_revision = revision where id = $1`,
      [answer.id, actor.accountId],
    );
  }

  private async changed(questionId: number): Promise<number> {
    await this.posts.recountAnswers(questionId);
    await this.posts.touch(questionId);
    await this.events.publish(new QuestionChanged(questionId));
    return questionId;
  }
}
