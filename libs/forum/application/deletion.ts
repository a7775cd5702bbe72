import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { PostDeleted, PostRestored, QuestionChanged } from '../domain/events.js';
import type { PostRef } from '../domain/events.js';
import { FORUM_RULES } from '../domain/forum-rules.js';
import type { ForumRulesSource } from '../domain/forum-rules.js';
import { FieldChecks } from '../domain/post-rules.js';
import { HiddenMarks } from '../persistence/hidden-marks.store.js';
import { PostStore } from '../persistence/post.store.js';
import type { LockedPost } from '../persistence/post.store.js';
import { TagStore } from '../persistence/tag.store.js';
import { forumPolicies, moderates } from './policies.js';

/** Of one's own posts. Each takes back, and restoring gives back, a line in the ledger for every vote there is. */
const DELETIONS: RateLimit = { name: 'delete', points: 60, seconds: 3_600 };

/**
 * Deleting hides a post; nothing is lost and all of it can be undone. A deleted question takes its answers out of
 * sight. A deleted answer loses its marks and replaces no other, and is what it was when it is restored, as far as that
 * has not moved on.
 */
@Injectable()
export class Deletion {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly tags: TagStore,
    private readonly hiddenMarks: HiddenMarks,
    private readonly events: DomainEvents,
    @Inject(FORUM_RULES) private readonly rules: ForumRulesSource,
    private readonly limits: RateLimits,
  ) {}

  /** @throws UserInputError on `reason` */
  async remove(viewer: Viewer, postId: number, reasonText?: string | null): Promise<void> {
    const checks = new FieldChecks();
    const reason = checks.reason(reasonText);
    checks.done();
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const post = await this.posts.lockFor(forumPolicies.remove, postId, actor);
      if (!moderates(actor)) await this.limits.consume(DELETIONS, actor.accountId);
      await this.hiddenMarks.hide(post.id, actor.accountId, reason);
      const hidden = [post, ...(await this.visibleAnswersOf(post))];
      await this.count(post, -1);
      await this.events.publish(new PostDeleted(post, hidden, actor, reason));
      await this.events.publish(new QuestionChanged(post.questionId));
    });
  }

  /** @throws ConflictError if it is not deleted (any more) */
  async restore(viewer: Viewer, postId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const post = await this.posts.lock(postId, actor);
      // Of two who restore it the second would be sent looking for a role that they have.
      if (!post.isDeleted) throw new ConflictError('This is not deleted (any more).');
      this.posts.authorise(forumPolicies.restore, post, actor);
      await this.hiddenMarks.show(post.id, await this.rules.now());
      const shown =
        post.isQuestionDeleted && post.kind === 'answer'
          ? []
          : [post, ...(await this.visibleAnswersOf(post))];
      await this.count(post, 1);
      await this.events.publish(new PostRestored(post, shown, actor));
      await this.events.publish(new QuestionChanged(post.questionId));
    });
  }

  /** The answers that come and go with a question; none for an answer. */
  private visibleAnswersOf(post: LockedPost): Promise<PostRef[]> {
    if (post.kind === 'answer') return Promise.resolve([]);
    return this.database.query<PostRef>(
      `select id, kind, author_id as "authorId", question_id as "questionId"
         from post where question_id = $1 and kind = 'answer' and deleted_at is null order by id for no key update`,
      [post.id],
    );
  }

  private async count(post: LockedPost, by: 1 | -1): Promise<void> {
    if (post.kind === 'question') await this.tags.countQuestion(post.id, by);
    else await this.posts.recountAnswers(post.questionId);
  }
}
