import { isAtLeast, policy, publicPolicy } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { holdsPrivilege } from './privileges.js';

/** What the policies look at in a post. */
export interface PostFacts {
  readonly kind: 'question' | 'answer';
  readonly authorId: number | null;
  /** The author of the question that it is, or belongs to. */
  readonly askerId: number | null;
  readonly isDeleted: boolean;
  /** Of an answer: its question is deleted. */
  readonly isQuestionDeleted: boolean;
  readonly answerCount: number;
}

export interface CommentFacts {
  readonly authorId: number | null;
  readonly isDeleted: boolean;
}

/** Superusers and above look after what others wrote. */
export const moderates = (viewer: Viewer) => isAtLeast(viewer.role, 'SUPERUSER');
const wrote = (viewer: Viewer, thing: { authorId: number | null }) =>
  viewer.accountId !== null && viewer.accountId === thing.authorId;
const isLive = (post: PostFacts) => !post.isDeleted && !post.isQuestionDeleted;

/** Who may do what in the forum: one line per action. */
export const forumPolicies = {
  browse: publicPolicy('forum.browse'),
  preview: policy('forum.preview'),
  draft: policy('forum.draft'),

  /**
   * Deleted posts are for those who moderate; their own deleted posts are for their authors. An answer is never seen by
   * somebody who may not see its question, not even by its author: it could not be shown in its place.
   */
  read: publicPolicy<PostFacts>('post.read', {
    when: (viewer, post) =>
      moderates(viewer) ||
      ((!post.isDeleted || wrote(viewer, post)) &&
        (!post.isQuestionDeleted || wrote(viewer, { authorId: post.askerId }))),
  }),
  ask: policy('question.ask', { requires: 'ASK', when: (viewer) => holdsPrivilege(viewer, 'ASK') }),
  answer: policy<PostFacts>('question.answer', {
    requires: 'ANSWER',
    when: (viewer, question) => isLive(question) && holdsPrivilege(viewer, 'ANSWER'),
  }),
  comment: policy<PostFacts>('post.comment', {
    requires: 'COMMENT',
    when: (viewer, post) => isLive(post) && holdsPrivilege(viewer, 'COMMENT'),
  }),
  edit: policy<PostFacts>('post.edit', {
    requires: 'EDIT_OTHERS_POSTS',
    refusal: 'Only its author, superusers and staff, and people with enough reputation edit a post.',
    when: (viewer, post) =>
      isLive(post) && (wrote(viewer, post) || holdsPrivilege(viewer, 'EDIT_OTHERS_POSTS')),
  }),
  voteUp: policy<PostFacts>('post.vote-up', {
    requires: 'VOTE_UP',
    when: (viewer, post) => isLive(post) && !wrote(viewer, post) && holdsPrivilege(viewer, 'VOTE_UP'),
  }),
  voteDown: policy<PostFacts>('post.vote-down', {
    requires: 'VOTE_DOWN',
    refusal: 'Voting down needs more reputation.',
    when: (viewer, post) => isLive(post) && !wrote(viewer, post) && holdsPrivilege(viewer, 'VOTE_DOWN'),
  }),
  /** Withdrawing is always possible: who lost a privilege may still take a vote back. */
  withdrawVote: policy<PostFacts>('post.withdraw-vote', { when: (_, post) => isLive(post) }),
  /** Needs no standing: newcomers are the ones who have the problem. */
  markAffected: policy<PostFacts>('question.mark-affected', {
    requires: 'LOGIN',
    when: (viewer, question) => isLive(question) && !wrote(viewer, question),
  }),
  /** The author of a question may delete it while nobody else's work hangs on it. */
  remove: policy<PostFacts>('post.delete', {
    requires: 'SUPERUSER',
    refusal: 'Only those who moderate delete what others wrote, or a question that has answers.',
    when: (viewer, post) =>
      isLive(post) &&
      (moderates(viewer) || (wrote(viewer, post) && (post.kind === 'answer' || post.answerCount === 0))),
  }),
  restore: policy<PostFacts & { deletedBy: number | null }>('post.restore', {
    requires: 'SUPERUSER',
    refusal: 'Only those who moderate restore this.',
    when: (viewer, post) =>
      post.isDeleted && (moderates(viewer) || (wrote(viewer, post) && post.deletedBy === viewer.accountId)),
  }),
  accept: policy<PostFacts>('answer.accept', {
    requires: 'ASKER',
    refusal: 'Only the person who asked accepts an answer.',
    when: (viewer, answer) =>
      answer.kind === 'answer' && isLive(answer) && viewer.accountId === answer.askerId,
  }),
  /** The time that the asker has is asked for beside it, because it is a rule that admins set. */
  acceptOnBehalf: policy<PostFacts>('answer.accept-on-behalf', {
    requires: 'MODERATOR',
    refusal:
      'Only moderators and staff accept on behalf of the person who asked, and never what they wrote themselves.',
    when: (viewer, answer) =>
      answer.kind === 'answer' &&
      isLive(answer) &&
      isAtLeast(viewer.role, 'MODERATOR') &&
      !wrote(viewer, answer) &&
      viewer.accountId !== answer.askerId,
  }),
  markAlsoSolved: policy<PostFacts>('answer.mark-also-solved', {
    requires: 'ASKER',
    refusal: 'Only the person who asked says which answers solved it too.',
    when: (viewer, answer) =>
      answer.kind === 'answer' && isLive(answer) && viewer.accountId === answer.askerId,
  }),
  supersede: policy<PostFacts>('answer.supersede', {
    requires: 'SUPERUSER',
    refusal: 'Only its author and those who moderate say that a newer answer replaces an answer.',
    when: (viewer, answer) =>
      answer.kind === 'answer' && isLive(answer) && (moderates(viewer) || wrote(viewer, answer)),
  }),
  setOfficial: policy<PostFacts>('answer.set-official', {
    requires: 'MODERATOR',
    refusal: 'Only moderators and staff mark official answers.',
    when: (viewer, post) => isLive(post) && isAtLeast(viewer.role, 'MODERATOR'),
  }),

  editComment: policy<CommentFacts>('comment.edit', {
    requires: 'AUTHOR',
    refusal: 'Only its author edits a comment.',
    when: (viewer, comment) => !comment.isDeleted && wrote(viewer, comment),
  }),
  removeComment: policy<CommentFacts>('comment.delete', {
    requires: 'SUPERUSER',
    refusal: 'Only its author and those who moderate delete a comment.',
    when: (viewer, comment) => !comment.isDeleted && (moderates(viewer) || wrote(viewer, comment)),
  }),
  restoreComment: policy<CommentFacts>('comment.restore', {
    requires: 'SUPERUSER',
    refusal: 'Only those who moderate restore a comment.',
    when: (viewer, comment) => comment.isDeleted && moderates(viewer),
  }),
};

/**
 * The same as `forumPolicies.read` for lists: an SQL condition over a post `p` and, for answers, its question `q`.
 * Lists of questions leave `q` out. They show deleted posts to nobody; those are reached from their own page.
 */
export const LISTED_QUESTION = `p.kind = 'question' and p.deleted_at is null`;
