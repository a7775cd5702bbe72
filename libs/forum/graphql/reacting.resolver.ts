import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Comments } from '../application/comments.js';
import { Deletion } from '../application/deletion.js';
import { Marks } from '../application/marks.js';
import { forumPolicies } from '../application/policies.js';
import { Votes } from '../application/votes.js';
import * as types from './forum.inputs.js';
import { ForumPayloads } from './forum.payloads.js';

/** What people do with what others wrote: comments, votes, marks, deletion. */
@Resolver()
export class ReactingResolver {
  constructor(
    private readonly comments: Comments,
    private readonly votes: Votes,
    private readonly marks: Marks,
    private readonly deletion: Deletion,
    private readonly payloads: ForumPayloads,
  ) {}

  @Mutation(() => types.CommentPayload)
  @Access(forumPolicies.comment)
  async addComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AddCommentInput }) input: types.AddCommentInput,
  ): Promise<types.CommentPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    return this.payloads.comment(await this.comments.add(context.viewer, postId, input));
  }

  @Mutation(() => types.CommentPayload)
  @Access(forumPolicies.editComment)
  async editComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.EditCommentInput }) input: types.EditCommentInput,
  ): Promise<types.CommentPayload> {
    const id = requireId(input.commentId, 'comment');
    await this.comments.edit(context.viewer, id, input.body);
    return this.payloads.comment(id);
  }

  @Mutation(() => types.CommentPayload)
  @Access(forumPolicies.removeComment)
  async deleteComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DeleteCommentInput }) input: types.DeleteCommentInput,
  ): Promise<types.CommentPayload> {
    const id = requireId(input.commentId, 'comment');
    await this.comments.remove(context.viewer, id);
    return this.payloads.comment(id);
  }

  @Mutation(() => types.CommentPayload)
  @Access(forumPolicies.restoreComment)
  async restoreComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DeleteCommentInput }) input: types.DeleteCommentInput,
  ): Promise<types.CommentPayload> {
    const id = requireId(input.commentId, 'comment');
    await this.comments.restore(context.viewer, id);
    return this.payloads.comment(id);
  }

  @Mutation(() => types.PostPayload, {
    description: 'One vote a person and post; casting it again changes nothing.',
  })
  @Access(forumPolicies.voteUp)
  async castVote(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.CastVoteInput }) input: types.CastVoteInput,
  ): Promise<types.PostPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    await this.votes.cast(context.viewer, postId, input.value);
    return this.payloads.post(context, postId);
  }

  @Mutation(() => types.QuestionPayload, {
    description: 'By the asker. Accepting another answer moves the mark.',
  })
  @Access(forumPolicies.accept)
  async acceptAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AcceptAnswerInput }) input: types.AcceptAnswerInput,
  ): Promise<types.QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.question(context, await this.marks.accept(context.viewer, answerId));
  }

  @Mutation(() => types.QuestionPayload, { description: 'By the asker.' })
  @Access(forumPolicies.accept)
  async unacceptAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AcceptAnswerInput }) input: types.AcceptAnswerInput,
  ): Promise<types.QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.question(context, await this.marks.unaccept(context.viewer, answerId));
  }

  @Mutation(() => types.QuestionPayload, { description: 'By MODERATOR and above.' })
  @Access(forumPolicies.setOfficial)
  async setOfficialAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SetOfficialAnswerInput }) input: types.SetOfficialAnswerInput,
  ): Promise<types.QuestionPayload> {
    const questionId = requireId(input.questionId, 'question');
    const answerId = input.answerId == null ? null : requireId(input.answerId, 'answer');
    await this.marks.setOfficial(context.viewer, questionId, answerId);
    return this.payloads.question(context, questionId);
  }

  @Mutation(() => types.PostPayload, {
    description: 'Hides the post. All of it can be undone by restorePost.',
  })
  @Access(forumPolicies.remove)
  async deletePost(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DeletePostInput }) input: types.DeletePostInput,
  ): Promise<types.PostPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    await this.deletion.remove(context.viewer, postId, input.reason);
    return this.payloads.post(context, postId);
  }

  @Mutation(() => types.PostPayload)
  @Access(forumPolicies.restore)
  async restorePost(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.RestorePostInput }) input: types.RestorePostInput,
  ): Promise<types.PostPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    await this.deletion.restore(context.viewer, postId);
    return this.payloads.post(context, postId);
  }
}
