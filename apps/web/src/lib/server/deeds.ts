import type { VoteValue } from '#lib/model.ts';
import { deed, formOf } from './deed.ts';
import * as posting from './documents/posting.ts';
import { dismissRatingRequest } from './documents/ratings.ts';
import { textOf, wholeOf } from './fields.ts';

const voteValues: readonly VoteValue[] = ['UP', 'DOWN', 'NONE'];

/** Form actions for what people do with posts and comments, shared by every page that shows them. */
export const postDeeds = {
  vote: deed(formOf('post', 'postId'), posting.castVote, (form) => ({
    postId: textOf(form, 'postId'),
    value: voteValues.find((value) => value === form.get('value')) ?? 'NONE',
  })),
  affected: deed(formOf('post', 'questionId'), posting.markAffected, (form) => ({
    questionId: textOf(form, 'questionId'),
    affected: form.get('affected') !== 'no',
  })),
  accept: deed(formOf('post', 'answerId'), posting.acceptAnswer, answerOf),
  unaccept: deed(formOf('post', 'answerId'), posting.unacceptAnswer, answerOf),
  official: deed(formOf('post', 'postId'), posting.setOfficialAnswer, (form) => ({
    questionId: textOf(form, 'questionId'),
    answerId: textOf(form, 'answerId') || null,
  })),
  rate: deed(formOf('rate', 'answerId'), posting.rateHelper, (form) => ({
    ...answerOf(form),
    stars: wholeOf(form, 'stars'),
    solved: yesOrNo(form, 'solved'),
    clear: yesOrNo(form, 'clear'),
    courteous: yesOrNo(form, 'courteous'),
    comment: textOf(form, 'comment') || null,
  })),

  notRate: deed(formOf('rate', 'answerId'), dismissRatingRequest, answerOf),

  /** A deleted answer is no longer listed, so the page is told what to offer bringing back. */
  delete: deed(
    formOf('post', 'postId'),
    posting.deletePost,
    (form) => {
      const reason = textOf(form, 'reason');
      return { postId: textOf(form, 'postId'), ...(reason ? { reason } : {}) };
    },
    ({ url }, _, form) => `${url.pathname}?deleted=${encodeURIComponent(textOf(form, 'postId'))}`,
  ),
  restore: deed(
    formOf('post', 'postId'),
    posting.restorePost,
    (form) => ({ postId: textOf(form, 'postId') }),
    ({ url }) => url.pathname,
  ),

  comment: deed(formOf('comments', 'postId'), posting.addComment, (form) => ({
    postId: textOf(form, 'postId'),
    body: textOf(form, 'body'),
    clientMutationId: textOf(form, 'mutationId') || undefined,
  })),
  editComment: deed(formOf('comment', 'commentId'), posting.editComment, (form) => ({
    ...commentOf(form),
    body: textOf(form, 'body'),
  })),
  deleteComment: deed(formOf('comment', 'commentId'), posting.deleteComment, commentOf),
  restoreComment: deed(formOf('comment', 'commentId'), posting.restoreComment, commentOf),
};

/** Null where neither was chosen. */
function yesOrNo(form: FormData, field: string): boolean | null {
  const said = textOf(form, field);
  return said === 'yes' || said === 'no' ? said === 'yes' : null;
}

function answerOf(form: FormData) {
  return { answerId: textOf(form, 'answerId') };
}

function commentOf(form: FormData) {
  return { commentId: textOf(form, 'commentId') };
}
