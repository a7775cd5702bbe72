import { Injectable } from '@nestjs/common';
import { NotFoundError } from '#libs/kernel';
import type { RequestContext } from '#libs/platform';
import { Drafts } from '../application/drafts.js';
import type { PostKind } from '../domain/events.js';
import { CommentQueries } from '../persistence/comment.queries.js';
import { toComment } from './content.types.js';
import type * as types from './forum.inputs.js';
import { PostLoader } from './post.loaders.js';

/** What mutations give back: the thing as it is now, read anew past what the request had loaded before. */
@Injectable()
export class ForumPayloads {
  constructor(
    private readonly posts: PostLoader,
    private readonly comments: CommentQueries,
    private readonly drafts: Drafts,
  ) {}

  async question(context: RequestContext, id: number): Promise<types.QuestionPayload> {
    this.forget(context);
    const question = await this.posts.question(context, id);
    if (!question) throw new NotFoundError('This question');
    return { question };
  }

  async answer(context: RequestContext, id: number): Promise<types.AnswerPayload> {
    this.forget(context);
    const answer = await this.posts.answer(context, id);
    if (!answer) throw new NotFoundError('This answer');
    return { answer };
  }

  async post(context: RequestContext, id: number): Promise<types.PostPayload> {
    this.forget(context);
    const post = await this.posts.load(context, id);
    if (!post) throw new NotFoundError('This post');
    return { post };
  }

  async comment(id: number): Promise<types.CommentPayload> {
    const [row] = await this.comments.byIds([id]);
    if (!row) throw new NotFoundError('This comment');
    return { comment: toComment(row) };
  }

  async draft(
    context: RequestContext,
    kind: PostKind,
    questionId: number | null,
  ): Promise<types.DraftPayload> {
    const draft = await this.drafts.find(context.viewer, kind, questionId);
    if (!draft) throw new NotFoundError('This question');
    return { draft: { ...draft, kind: kind === 'question' ? 'QUESTION' : 'ANSWER' } };
  }

  /** A mutation may have changed anything that was loaded for the one before it in the same request. */
  private forget(context: RequestContext): void {
    context.loaders.clear();
  }
}
