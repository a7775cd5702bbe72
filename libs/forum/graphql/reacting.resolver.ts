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

  @Mutation(() => types.CommentPayload, {
    description: 'Writes a remark on a post; takes being logged in. RATE_LIMITED beyond 120 an hour.',
  })
  @Access(forumPolicies.comment)
  async addComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AddCommentInput, description: 'The post and the remark.' })
    input: types.AddCommentInput,
  ): Promise<types.CommentPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    return this.payloads.comment(await this.comments.add(context.viewer, postId, input));
  }

  @Mutation(() => types.CommentPayload, {
    description:
      'Replaces the text of the viewer’s own comment. FORBIDDEN with `requires` AUTHOR for everybody else.',
  })
  @Access(forumPolicies.editComment)
  async editComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.EditCommentInput, description: 'The comment and its new text.' })
    input: types.EditCommentInput,
  ): Promise<types.CommentPayload> {
    const id = requireId(input.commentId, 'comment');
    await this.comments.edit(context.viewer, id, input.body);
    return this.payloads.comment(id);
  }

  @Mutation(() => types.CommentPayload, {
    description: 'Hides a comment. By its author, and SUPERUSER and above.',
  })
  @Access(forumPolicies.removeComment)
  async deleteComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DeleteCommentInput, description: 'The comment.' })
    input: types.DeleteCommentInput,
  ): Promise<types.CommentPayload> {
    const id = requireId(input.commentId, 'comment');
    await this.comments.remove(context.viewer, id);
    return this.payloads.comment(id);
  }

  @Mutation(() => types.CommentPayload, {
    description: 'Shows a deleted comment again. By SUPERUSER and above. CONFLICT unless it is deleted.',
  })
  @Access(forumPolicies.restoreComment)
  async restoreComment(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DeleteCommentInput, description: 'The comment.' })
    input: types.DeleteCommentInput,
  ): Promise<types.CommentPayload> {
    const id = requireId(input.commentId, 'comment');
    await this.comments.restore(context.viewer, id);
    return this.payloads.comment(id);
  }

  @Mutation(() => types.PostPayload, {
    description:
      'One vote a person and post; casting it again changes nothing. Voting down takes 125 reputation; ' +
      'FORBIDDEN with `requires` ANOTHER_AUTHOR on one’s own post. RATE_LIMITED beyond 120 an hour.',
  })
  @Access(forumPolicies.voteUp)
  async castVote(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.CastVoteInput, description: 'The post and the vote.' })
    input: types.CastVoteInput,
  ): Promise<types.PostPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    await this.votes.cast(context.viewer, postId, input.value);
    return this.payloads.post(context, postId);
  }

  @Mutation(() => types.QuestionPayload, {
    description:
      'By the asker: this solved it. Accepting another answer moves the mark; FORBIDDEN with `requires` ' +
      'ASKER for everybody else.',
  })
  @Access(forumPolicies.accept)
  async acceptAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AcceptAnswerInput, description: 'The answer that solved it.' })
    input: types.AcceptAnswerInput,
  ): Promise<types.QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.question(context, await this.marks.accept(context.viewer, answerId));
  }

  @Mutation(() => types.QuestionPayload, {
    description: 'By the asker: takes the acceptance back. CONFLICT if the answer is not the accepted one.',
  })
  @Access(forumPolicies.accept)
  async unacceptAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AcceptAnswerInput, description: 'The answer that is accepted.' })
    input: types.AcceptAnswerInput,
  ): Promise<types.QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.question(context, await this.marks.unaccept(context.viewer, answerId));
  }

  @Mutation(() => types.QuestionPayload, {
    description:
      'By MODERATOR and above: marks an answer as right, whoever wrote it, or takes the mark away. It ' +
      'moves from an answer that had it.',
  })
  @Access(forumPolicies.setOfficial)
  async setOfficialAnswer(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.SetOfficialAnswerInput,
      description: 'The question and its official answer.',
    })
    input: types.SetOfficialAnswerInput,
  ): Promise<types.QuestionPayload> {
    const questionId = requireId(input.questionId, 'question');
    const answerId = input.answerId == null ? null : requireId(input.answerId, 'answer');
    await this.marks.setOfficial(context.viewer, questionId, answerId);
    return this.payloads.question(context, questionId);
  }

  @Mutation(() => types.PostPayload, {
    description:
      'Hides the post, and with a question its answers. By SUPERUSER and above, and by its author unless ' +
      'it is a question that has answers. All of it can be undone by restorePost.',
  })
  @Access(forumPolicies.remove)
  async deletePost(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DeletePostInput, description: 'The post.' })
    input: types.DeletePostInput,
  ): Promise<types.PostPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    await this.deletion.remove(context.viewer, postId, input.reason);
    return this.payloads.post(context, postId);
  }

  @Mutation(() => types.PostPayload, {
    description:
      'Shows a deleted post again, with its votes and, where they have not moved on, its marks. By ' +
      'SUPERUSER and above, and by its author who deleted it. CONFLICT unless it is deleted.',
  })
  @Access(forumPolicies.restore)
  async restorePost(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.RestorePostInput, description: 'The post.' })
    input: types.RestorePostInput,
  ): Promise<types.PostPayload> {
    const postId = requireId(input.postId, ['question', 'answer']);
    await this.deletion.restore(context.viewer, postId);
    return this.payloads.post(context, postId);
  }
}
