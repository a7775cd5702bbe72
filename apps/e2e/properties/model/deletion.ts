import { settleArticlesOf } from './articles.js';
import { returnBountyOf } from './bounties.js';
import { actorIn, duesOfAsker, duesOfOfficial, duesOfVote } from './forum.js';
import { award, revoke } from './ledger.js';
import type { Due } from './ledger.js';
import { answersOf, isAtLeast, isLive, postOf, refuseIf, rulesInForce } from './state.js';
import type { ModelPost, State } from './state.js';

export function remove(state: State, actorId: number, postId: number): void {
  const actor = actorIn(state, actorId);
  const post = postOf(state, postId);
  const answers =
    post.kind === 'question' ? answersOf(state, postId).filter((one) => one.deletedBy === null) : [];
  refuseIf(!isLive(state, post));
  refuseIf(!isAtLeast(actor, 'SUPERUSER') && !(post.authorId === actorId && answers.length === 0));
  hide(state, post, actorId);
  const hidden = [post, ...answers].map(({ id }) => id);
  revoke(
    state,
    'POST_DELETED',
    ({ rule, postId: about }) => rule !== null && about !== null && hidden.includes(about),
  );
  if (post.kind === 'question') returnBountyOf(state, postId);
  settleArticlesOf(state, hidden);
}

function hide(state: State, post: ModelPost, by: number): void {
  const replaced = [...state.posts.values()].filter(({ supersededBy }) => supersededBy === post.id);
  for (const older of replaced) older.supersededBy = null;
  const { accepted, official, alsoSolved } = post;
  post.putAside = { accepted, official, alsoSolved, replaced: replaced.map(({ id }) => id) };
  post.deletedBy = by;
  post.accepted = post.official = post.alsoSolved = null;
}

export function restore(state: State, actorId: number, postId: number): void {
  const actor = actorIn(state, actorId);
  const post = postOf(state, postId);
  const question = postOf(state, post.questionId);
  refuseIf(post.deletedBy === null);
  if (!isAtLeast(actor, 'SUPERUSER')) {
    refuseIf(post.authorId !== actorId || post.deletedBy !== actorId);
    refuseIf(question.deletedBy !== null && question.authorId !== actorId);
  }
  show(state, post);
  const answers =
    post.kind === 'question' ? answersOf(state, postId).filter((one) => one.deletedBy === null) : [];
  const shown = isLive(state, post) ? [post, ...answers] : [];
  award(state, duesOfPosts(state, shown));
  settleArticlesOf(
    state,
    shown.map(({ id }) => id),
  );
}

/** What others have taken the place of meanwhile does not come back. */
function show(state: State, post: ModelPost): void {
  const { accepted, official, alsoSolved, replaced } = post.putAside!;
  const others = answersOf(state, post.questionId);
  post.deletedBy = null;
  post.putAside = null;
  if (post.kind === 'question') return;
  const { alsoSolvedMost } = rulesInForce(state).solutions;
  const hasRoom = others.filter((one) => one.alsoSolved).length < alsoSolvedMost;
  if (!others.some((one) => one.accepted)) post.accepted = accepted;
  if (!others.some((one) => one.official)) post.official = official;
  if (hasRoom) post.alsoSolved = alsoSolved;
  for (const id of replaced) postOf(state, id).supersededBy ??= post.id;
}

/** Everything that the votes and marks of these posts are worth: the votes as they were cast, then the marks. */
function duesOfPosts(state: State, posts: readonly ModelPost[]): Due[] {
  const ids = posts.map(({ id }) => id);
  const votes = [...state.votes.values()]
    .filter((one) => ids.includes(one.postId) && one.voidBy === null)
    .sort((a, b) => a.id - b.id);
  const marks = [...posts].sort((a, b) => a.id - b.id);
  return [
    ...votes.flatMap((one) => duesOfVote(state, one)),
    ...marks.flatMap((answer) => [
      ...(answer.acceptanceVoid === null ? duesOfAsker(state, answer) : []),
      ...(answer.official ? duesOfOfficial(answer, answer.official) : []),
    ]),
  ];
}
