import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents, Idempotency, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { CommentAdded, CommentDeleted, CommentRestored } from '../domain/events.js';
import { FieldChecks } from '../domain/post-rules.js';
import { PostStore } from '../persistence/post.store.js';
import { Composing } from './composing.js';
import { forumPolicies } from './policies.js';

const COMMENTS: RateLimit = { name: 'comment', points: 120, seconds: 3_600 };

interface LockedComment {
  id: number;
  postId: number;
  authorId: number | null;
  isDeleted: boolean;
}

/** Comments on posts: adding, editing, deleting and restoring them. */
@Injectable()
export class Comments {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly composing: Composing,
    private readonly events: DomainEvents,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
  ) {}

  /** Comments on a post and gives the comment's number. @throws UserInputError on `body` */
  async add(
    viewer: Viewer,
    postId: number,
    input: { body: string; clientMutationId?: string | null },
  ): Promise<number> {
    const author = await this.accounts.current(viewer);
    const body = checkedBody(input.body);
    await this.limits.consume(COMMENTS, author.accountId);

    const text = await this.composing.compose(body);
    return this.idempotency.once(author, 'addComment', { ...input }, async () => {
      // Anew, and held until it is written: meanwhile the account may have been erased.
      const actor = await this.accounts.current(viewer);
      const post = await this.posts.lockFor(forumPolicies.comment, postId, actor);
      const row = await this.database.one<{ id: number }>(
        `insert into comment (post_id, author_id, body, body_html) values ($1, $2, $3, $4) returning id`,
        [postId, actor.accountId, text.body, text.bodyHtml],
      );
      if (!row) throw new Error('the comment was not written');
      await this.count(postId, 1);
      await this.events.publish(new CommentAdded(row.id, post, actor.accountId));
      return row.id;
    });
  }

  async edit(viewer: Viewer, commentId: number, input: string): Promise<void> {
    const body = checkedBody(input);
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(forumPolicies.editComment, actor, await this.lock(commentId, actor));
      const text = await this.composing.compose(body);
      await this.database.query(
        `update comment set body = $2, body_html = $3, edited_at = now() where id = $1 and body <> $2`,
        [commentId, text.body, text.bodyHtml],
      );
    });
  }

  async remove(viewer: Viewer, commentId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const comment = await this.lock(commentId, actor);
      authorise(forumPolicies.removeComment, actor, comment);
      await this.database.query(`update comment set deleted_at = now(), deleted_by = $2 where id = $1`, [
        commentId,
        actor.accountId,
      ]);
      await this.count(comment.postId, -1);
      await this.events.publish(new CommentDeleted(commentId, comment.authorId, actor));
    });
  }

  async restore(viewer: Viewer, commentId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const comment = await this.lock(commentId, actor);
      if (!comment.isDeleted) throw new ConflictError('This comment is not deleted (any more).');
      authorise(forumPolicies.restoreComment, actor, comment);
      await this.database.query(`update comment set deleted_at = null, deleted_by = null where id = $1`, [
        commentId,
      ]);
      await this.count(comment.postId, 1);
      await this.events.publish(new CommentRestored(commentId, comment.authorId, actor));
    });
  }

  /** Locks the post, then the comment. @throws NotFoundError also where the viewer may not see the post */
  private async lock(commentId: number, viewer: Viewer): Promise<LockedComment> {
    const place = await this.database.one<{ postId: number }>(
      `select post_id as "postId" from comment where id = $1`,
      [commentId],
    );
    if (!place) throw new NotFoundError('This comment');
    await this.posts.lock(place.postId, viewer);
    const comment = await this.database.one<LockedComment>(
      `select id, post_id as "postId", author_id as "authorId", deleted_at is not null as "isDeleted"
         from comment where id = $1 for no key update`,
      [commentId],
    );
    const isHidden = comment?.isDeleted && !forumPolicies.restoreComment.permits(viewer, comment);
    if (!comment || isHidden) throw new NotFoundError('This comment');
    return comment;
  }

  private async count(postId: number, by: 1 | -1): Promise<void> {
    await this.database.query(`update post set comment_count = comment_count + $2 where id = $1`, [
      postId,
      by,
    ]);
  }
}

function checkedBody(value: string): string {
  const checks = new FieldChecks();
  const body = checks.comment(value);
  checks.done();
  return body;
}
