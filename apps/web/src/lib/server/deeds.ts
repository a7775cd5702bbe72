import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { VoteValue } from '#lib/model.ts';
import { api } from './api.ts';
import type { Document } from './document.ts';
import * as posting from './documents/posting.ts';
import { textOf, textsOf } from './fields.ts';
import { pageOf } from './paths.ts';

const voteValues: readonly VoteValue[] = ['UP', 'DOWN', 'NONE'];

/**
 * Form actions for what people do with posts and comments, shared by every page that shows them. Each ends in a
 * redirect to the page it came from, so that reloading does not do the deed again.
 */
export const postDeeds = {
  vote: deed('postId', posting.castVote, (form) => ({
    postId: textOf(form, 'postId'),
    value: voteValues.find((value) => value === form.get('value')) ?? 'NONE',
  })),
  affected: deed('questionId', posting.markAffected, (form) => ({
    questionId: textOf(form, 'questionId'),
    affected: form.get('affected') !== 'no',
  })),
  accept: deed('answerId', posting.acceptAnswer, answerId),
  unaccept: deed('answerId', posting.unacceptAnswer, answerId),
  official: deed('postId', posting.setOfficialAnswer, (form) => ({
    questionId: textOf(form, 'questionId'),
    answerId: textOf(form, 'answerId') || null,
  })),
  deleteComment: deed('commentId', posting.deleteComment, commentId),
  restoreComment: deed('commentId', posting.restoreComment, commentId),

  /** A deleted answer is no longer listed, so the page is told what to offer bringing back. */
  async delete(event: RequestEvent) {
    const { postId, reason } = textsOf(await event.request.formData(), 'postId', 'reason');
    const input = { postId, ...(reason ? { reason } : {}) };
    const sent = await api(event).submit(posting.deletePost, { input }, { name: `post-${postId}` });
    if (sent.failure) return sent.failure;
    redirect(303, `${event.url.pathname}?deleted=${encodeURIComponent(postId)}`);
  },

  async restore(event: RequestEvent) {
    const postId = textOf(await event.request.formData(), 'postId');
    const sent = await api(event).submit(
      posting.restorePost,
      { input: { postId } },
      { name: `post-${postId}` },
    );
    if (sent.failure) return sent.failure;
    redirect(303, event.url.pathname);
  },

  async rate(event: RequestEvent) {
    const form = await event.request.formData();
    const id = textOf(form, 'answerId');
    const input = {
      answerId: id,
      stars: Number(form.get('stars')),
      comment: textOf(form, 'comment') || null,
    };
    return finish(event, await api(event).submit(posting.rateHelper, { input }, { name: `rate-${id}` }));
  },

  async comment(event: RequestEvent) {
    const form = await event.request.formData();
    const postId = textOf(form, 'postId');
    const body = textOf(form, 'body');
    const input = { postId, body, clientMutationId: textOf(form, 'mutationId') || undefined };
    const sent = await api(event).submit(
      posting.addComment,
      { input },
      { name: `comments-${postId}`, values: { body } },
    );
    return finish(event, sent);
  },

  async editComment(event: RequestEvent) {
    const form = await event.request.formData();
    const input = { ...commentId(form), body: textOf(form, 'body') };
    const sent = await api(event).submit(
      posting.editComment,
      { input },
      { name: `comment-${input.commentId}`, values: { body: input.body } },
    );
    return finish(event, sent);
  },
};

function answerId(form: FormData) {
  return { answerId: textOf(form, 'answerId') };
}

function commentId(form: FormData) {
  return { commentId: textOf(form, 'commentId') };
}

/** An action with one object and nothing typed; a refusal is shown at the post (or comment) it was meant for. */
function deed<Input>(
  idField: string,
  mutation: Document<unknown, { input: Input }>,
  inputOf: (form: FormData) => Input,
) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const name = `${idField === 'commentId' ? 'comment' : 'post'}-${textOf(form, idField)}`;
    return finish(event, await api(event).submit(mutation, { input: inputOf(form) }, { name }));
  };
}

function finish<Failure>(event: RequestEvent, sent: { failure?: Failure }): Failure {
  if (sent.failure) return sent.failure;
  redirect(303, pageOf(event.url));
}
