import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import { PostDeleted, PostRestored, QuestionChanged } from '../domain/events.js';
import type { PostRef } from '../domain/events.js';
import { FieldChecks } from '../domain/post-rules.js';
import { PostStore } from '../persistence/post.store.js';
import type { LockedPost } from '../persistence/post.store.js';
import { TagStore } from '../persistence/tag.store.js';
import { forumPolicies } from './policies.js';

/**
 * Deleting hides a post; nothing is lost and all of it can be undone. A deleted question takes its answers out of
 * sight. A deleted answer loses its marks, and has them again when it is restored, unless they have moved on.
 */
@Injectable()
export class Deletion {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly tags: TagStore,
    private readonly events: DomainEvents,
  ) {}

  /** @throws UserInputError on `reason` */
  async remove(viewer: Viewer, postId: number, reasonText?: string | null): Promise<void> {
    const checks = new FieldChecks();
    const reason = checks.reason(reasonText);
    checks.done();
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const post = await this.posts.lockFor(forumPolicies.remove, postId, actor);
      await this.hide(post, actor, reason);
      const hidden = [post, ...(await this.visibleAnswersOf(post))];
      await this.count(post, -1);
      await this.events.publish(new PostDeleted(post, hidden, actor, reason));
      await this.events.publish(new QuestionChanged(post.questionId));
    });
  }

  async restore(viewer: Viewer, postId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const post = await this.posts.lockFor(forumPolicies.restore, postId, actor);
      await this.show(post);
      const shown =
        post.isQuestionDeleted && post.kind === 'answer'
          ? []
          : [post, ...(await this.visibleAnswersOf(post))];
      await this.count(post, 1);
      await this.events.publish(new PostRestored(post, shown, actor));
      await this.events.publish(new QuestionChanged(post.questionId));
    });
  }

  private async hide(post: LockedPost, actor: Actor, reason: string | null): Promise<void> {
    await this.database.query(
      `update post
          set deleted_at = now(), deleted_by = $2, deletion_reason = $3,
              marks_when_deleted = case when accepted_at is not null or official_at is not null then
                jsonb_build_object('accepted_at', accepted_at, 'accepted_by', accepted_by,
                  'accepted_revision', accepted_revision, 'official_at', official_at, 'official_by', official_by,
                  'official_revision', official_revision) end,
              accepted_at = null, accepted_by = null, accepted_revision = null,
              official_at = null, official_by = null, official_revision = null
        where id = $1`,
      [post.id, actor.accountId, reason],
    );
  }

  private async show(post: LockedPost): Promise<void> {
    await this.database.query(
      `with had as (
         select id, question_id, m.* from post,
                jsonb_to_record(coalesce(marks_when_deleted, '{}')) as m (
                  accepted_at timestamptz, accepted_by bigint, accepted_revision int,
                  official_at timestamptz, official_by bigint, official_revision int)
          where id = $1),
       free as (
         select had.id,
                not exists (select from post where question_id = had.question_id and accepted_at is not null) as accepted,
                not exists (select from post where question_id = had.question_id and official_at is not null) as official
           from had)
       update post p
          set deleted_at = null, deleted_by = null, deletion_reason = null, marks_when_deleted = null,
              accepted_at = case when free.accepted then had.accepted_at end,
              accepted_by = case when free.accepted then had.accepted_by end,
              accepted_revision = case when free.accepted then had.accepted_revision end,
              official_at = case when free.official then had.official_at end,
              official_by = case when free.official then had.official_by end,
              official_revision = case when free.official then had.official_revision end
         from had join free using (id)
        where p.id = had.id`,
      [post.id],
    );
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
