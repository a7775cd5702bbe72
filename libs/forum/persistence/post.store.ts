import { Injectable } from '@nestjs/common';
import { NotFoundError, authorise } from '#libs/kernel';
import type { Policy, Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { forumPolicies } from '../application/policies.js';
import type { PostFacts } from '../application/policies.js';
import type { PostKind, PostRef } from '../domain/events.js';

/** A post as use cases see it: locked, with what policies and events need. */
export interface LockedPost extends PostFacts, PostRef {
  readonly revision: number;
  readonly score: number;
  readonly deletedBy: number | null;
  readonly createdAt: Date;
  readonly isAccepted: boolean;
  /** Accepted in the name of the asker. */
  readonly isOnBehalf: boolean;
  /** Nobody earns by it, whoever accepts it. */
  readonly isAcceptanceVoid: boolean;
  readonly isOfficial: boolean;
  readonly isAlsoSolved: boolean;
  /** The newer answer that replaces it. */
  readonly supersededBy: number | null;
}

/** Reads posts for changing them, and writes what several use cases write. */
@Injectable()
export class PostStore {
  constructor(private readonly database: Database) {}

  /**
   * Locks a post and, if it is an answer, its question before it. Every change takes its locks in this order (question,
   * answer, then accounts by number), so that two changes wait for each other instead of ending in a deadlock.
   * @throws NotFoundError also for a post that the viewer may not see
   */
  async lock(id: number, viewer: Viewer, kind?: PostKind): Promise<LockedPost> {
    const post = await this.lockRows(id);
    if (!post || (kind && post.kind !== kind) || !forumPolicies.read.permits(viewer, post)) {
      throw new NotFoundError(kind ? `This ${kind}` : 'This post');
    }
    return post;
  }

  /** Locks, and makes sure that the viewer may do what is about to be done. */
  async lockFor(
    policy: Policy<LockedPost>,
    id: number,
    viewer: Viewer,
    kind?: PostKind,
  ): Promise<LockedPost> {
    const post = await this.lock(id, viewer, kind);
    this.authorise(policy, post, viewer);
    return post;
  }

  /** The second half of `lockFor`, for use cases that look at the post before. */
  authorise(policy: Policy<LockedPost>, post: LockedPost, viewer: Viewer): void {
    // What is deleted cannot be acted on, and saying "forbidden" would send people looking for a privilege.
    const isGone =
      (post.isDeleted || post.isQuestionDeleted) && policy.action !== forumPolicies.restore.action;
    if (isGone) throw new NotFoundError(`This ${post.kind}`);
    authorise(policy, viewer, post);
  }

  private async lockRows(id: number): Promise<LockedPost | undefined> {
    const rows = await this.database.query<LockedRow>(
      `select p.id, p.kind, p.question_id as "questionId", p.author_id as "authorId", p.revision, p.score,
              p.answer_count as "answerCount", p.deleted_at is not null as "isDeleted", p.deleted_by as "deletedBy",
              p.created_at as "createdAt", p.accepted_at is not null as "isAccepted",
              p.accepted_on_behalf as "isOnBehalf", p.acceptance_void_case is not null as "isAcceptanceVoid", p.official_at is not null as "isOfficial",
              p.also_solved_at is not null as "isAlsoSolved", p.superseded_by as "supersededBy"
         from post p
        where p.id = $1 or p.id = (select question_id from post where id = $1)
        order by p.kind desc
          for no key update`,
      [id],
    );
    const post = rows.find((row) => row.id === id);
    const question = rows.find((row) => row.kind === 'question');
    if (!post || !question) return undefined;
    return {
      ...post,
      questionId: question.id,
      askerId: question.authorId,
      isQuestionDeleted: question.isDeleted,
    };
  }

  /**
   * Brings what is counted of a question's answers up to date. Its row must be locked. Most votes change none of it,
   * and then nothing is written: a new version of the row would cost more than counting did.
   */
  async recountAnswers(questionId: number): Promise<void> {
    await this.database.query(
      `update post q
          set answer_count = a.count, is_answered = a.is_answered, has_accepted = a.has_accepted
         from (select count(*)::int as count,
                      coalesce(bool_or(score > 0 or accepted_at is not null or official_at is not null), false) as is_answered,
                      coalesce(bool_or(accepted_at is not null), false) as has_accepted
                 from post where question_id = $1 and kind = 'answer' and deleted_at is null) a
        where q.id = $1
          and (q.answer_count, q.is_answered, q.has_accepted) is distinct from (a.count, a.is_answered, a.has_accepted)`,
      [questionId],
    );
  }

  async touch(questionId: number): Promise<void> {
    await this.database.query(`update post set last_activity_at = now() where id = $1`, [questionId]);
  }

  /** Touches the question, and notes that its asker has just said what solved it, or that this did not. */
  async noteDecision(questionId: number): Promise<void> {
    await this.database.query(
      `update post set last_activity_at = now(), asker_decided_at = now() where id = $1`,
      [questionId],
    );
  }

  async addRevision(revision: {
    postId: number;
    number: number;
    authorId: number;
    reason: string | null;
    title: string | null;
    tags: string[] | null;
    body: string;
  }): Promise<void> {
    await this.database.query(
      `insert into post_revision (post_id, number, author_id, reason, title, tags, body)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        revision.postId,
        revision.number,
        revision.authorId,
        revision.reason,
        revision.title,
        revision.tags,
        revision.body,
      ],
    );
  }
}

type LockedRow = Omit<LockedPost, 'askerId' | 'isQuestionDeleted' | 'questionId'> & {
  questionId: number | null;
};
