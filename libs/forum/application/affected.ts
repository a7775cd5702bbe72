import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ForbiddenError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { PostStore } from '../persistence/post.store.js';
import { forumPolicies } from './policies.js';

const MARKS: RateLimit = { name: 'affected', points: 120, seconds: 3_600 };

/**
 * "I have this too": how many people a question is about besides the one who asked. It is no vote: it says nothing of
 * how well the question is put, needs no standing and earns none, and weighs when answers are taken into the FAQ.
 */
@Injectable()
export class Affected {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Counts the viewer among those affected, or no longer. Saying the same again changes nothing.
   * @throws ForbiddenError for the asker, who is counted by having asked; NotFoundError for a question that is gone
   */
  async mark(viewer: Viewer, questionId: number, isAffected: boolean): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      // The question's lock puts those who say it at once in a row, so that each is counted exactly once.
      const question = await this.posts.lock(questionId, actor, 'question');
      if (question.authorId === actor.accountId) {
        throw new ForbiddenError('ANOTHER_AUTHOR', 'You asked it yourself, so you are counted already.');
      }
      this.posts.authorise(forumPolicies.markAffected, question, actor);
      await this.limits.consume(MARKS, actor.accountId);
      const hasChanged = isAffected
        ? await this.add(questionId, actor)
        : await this.remove(questionId, actor);
      if (hasChanged) await this.count(questionId, isAffected ? 1 : -1);
    });
  }

  private async add(questionId: number, { accountId }: Actor): Promise<boolean> {
    const rows = await this.database.query(
      `insert into question_affected (question_id, account_id) values ($1, $2) on conflict do nothing returning 1`,
      [questionId, accountId],
    );
    return rows.length > 0;
  }

  private async remove(questionId: number, { accountId }: Actor): Promise<boolean> {
    const rows = await this.database.query(
      `delete from question_affected where question_id = $1 and account_id = $2 returning 1`,
      [questionId, accountId],
    );
    return rows.length > 0;
  }

  private async count(questionId: number, change: 1 | -1): Promise<void> {
    await this.database.query(`update post set affected_count = affected_count + $2 where id = $1`, [
      questionId,
      change,
    ]);
  }
}
