import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, UserInputError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import { AnswerSuperseded, QuestionChanged, SupersessionWithdrawn } from '../domain/events.js';
import { FieldChecks } from '../domain/post-rules.js';
import { MarkStore } from '../persistence/mark.store.js';
import { PostStore } from '../persistence/post.store.js';
import type { LockedPost } from '../persistence/post.store.js';
import { forumPolicies } from './policies.js';

/**
 * "A newer answer replaces this": what was right once, and accepted, gives way without losing what it was. The newer
 * answer is always the younger one, so chains come to an end.
 */
@Injectable()
export class Supersession {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly marks: MarkStore,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Says that `newerId` replaces an answer; another one that did so before, does no longer.
   * @throws UserInputError on `byAnswerId` (of another question, or not younger) or `reason`
   */
  async supersede(
    viewer: Viewer,
    answerId: number,
    newerId: number,
    reasonText?: string | null,
  ): Promise<void> {
    const checks = new FieldChecks();
    const reason = checks.reason(reasonText);
    checks.done();
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.supersede, answerId, actor, 'answer');
      if (answer.supersededBy === newerId) return;
      const newer = await this.successor(answer, newerId, actor);
      await this.marks.supersede(answer.id, { newerId: newer.id, by: actor.accountId, reason });
      await this.events.publish(new AnswerSuperseded(answer, newer, actor, reason));
      await this.changed(answer.questionId);
    });
  }

  /** @throws ConflictError if no newer answer replaces it */
  async withdraw(viewer: Viewer, answerId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.supersede, answerId, actor, 'answer');
      if (answer.supersededBy === null)
        throw new ConflictError('No newer answer replaces this one (any more).');
      await this.marks.clearSupersession(answer.id);
      await this.events.publish(new SupersessionWithdrawn(answer, actor));
      await this.changed(answer.questionId);
    });
  }

  private async successor(answer: LockedPost, newerId: number, actor: Actor): Promise<LockedPost> {
    const newer = await this.posts.lock(newerId, actor, 'answer');
    if (newer.isDeleted) throw new NotFoundError('The newer answer');
    const isOfSameQuestion = newer.questionId === answer.questionId;
    if (!isOfSameQuestion || !isYounger(newer, answer)) {
      throw UserInputError.field(
        'byAnswerId',
        'An answer is replaced by one that was written later, to the same question.',
      );
    }
    return newer;
  }

  private async changed(questionId: number): Promise<void> {
    await this.posts.touch(questionId);
    await this.events.publish(new QuestionChanged(questionId));
  }
}

function isYounger(newer: LockedPost, older: LockedPost): boolean {
  const difference = newer.createdAt.getTime() - older.createdAt.getTime();
  return difference > 0 || (difference === 0 && newer.id > older.id);
}
