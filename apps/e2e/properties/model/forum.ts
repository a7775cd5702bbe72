import { award, revokeCauses } from './ledger.js';
import type { Due } from './ledger.js';
import {
  answersOf,
  daysBetween,
  isAtLeast,
  isLive,
  personOf,
  postOf,
  refuseIf,
  rulesInForce,
} from './state.js';
import type { Mark, ModelPost, ModelVote, Person, State } from './state.js';

export const voteCause = (postId: number, voterId: number) => `vote:${postId}:${voterId}`;
const acceptCause = (answerId: number) => `accept:${answerId}`;
export const alsoCause = (answerId: number) => `also-solved:${answerId}`;
const officialCause = (answerId: number) => `official:${answerId}`;

/** Whoever acts. Those who have left do nothing any more. */
export function actorIn(state: State, id: number): Person {
  const person = personOf(state, id);
  refuseIf(person.isErased);
  return person;
}

function holds(state: State, person: Person, privilege: string): boolean {
  if (isAtLeast(person, 'SUPERUSER')) return true;
  return state.shown ? state.shown === 'HOLDS' : person.privileges.includes(privilege);
}

export function vote(state: State, actorId: number, postId: number, value: 1 | -1 | null): void {
  const actor = actorIn(state, actorId);
  const post = postOf(state, postId);
  refuseIf(!isLive(state, post) || post.authorId === actorId);
  refuseIf(value === -1 && !holds(state, actor, 'VOTE_DOWN'));
  const cause = voteCause(postId, actorId);
  const standing = state.votes.get(cause);
  if ((standing?.value ?? null) === value) return;
  refuseIf(standing?.voidBy != null);
  if (standing) {
    state.votes.delete(cause);
    revokeCauses(state, 'VOTE_WITHDRAWN', [cause]);
    // The next vote is another one, whatever became of this one.
    for (const { id } of state.people) state.takenBack.delete(`${id} ${cause}`);
  }
  if (value === null) return;
  const cast = { postId, voterId: actorId, value, day: state.day, id: Infinity, voidBy: null };
  state.votes.set(cause, cast);
  award(state, duesOfVote(state, cast));
}

export function duesOfVote(state: State, { postId, voterId, value, day }: ModelVote): Due[] {
  const { kind, authorId } = postOf(state, postId);
  const cause = voteCause(postId, voterId);
  const of = {
    question: ['QUESTION_UPVOTED', 'QUESTION_DOWNVOTED'],
    answer: ['ANSWER_UPVOTED', 'ANSWER_DOWNVOTED'],
  } as const;
  const rule = of[kind][value === 1 ? 0 : 1];
  const toAuthor = { accountId: authorId, cause, postId, rule, day };
  return kind === 'answer' && value === -1
    ? [toAuthor, { accountId: voterId, cause, postId, rule: 'VOTED_ANSWER_DOWN', day }]
    : [toAuthor];
}

function duesOfAcceptance(state: State, answer: ModelPost, day: string): Due[] {
  const askerId = postOf(state, answer.questionId).authorId;
  if (askerId === answer.authorId) return [];
  const what = { cause: acceptCause(answer.id), postId: answer.id, day };
  return [
    { ...what, accountId: answer.authorId, rule: 'ANSWER_ACCEPTED' },
    { ...what, accountId: askerId, rule: 'ACCEPTED_AN_ANSWER' },
  ];
}

export { acceptCause };

function duesOfAlsoSolved(state: State, answer: ModelPost, { by, day }: Mark): Due[] {
  const askerId = postOf(state, answer.questionId).authorId;
  if (answer.authorId === askerId || answer.authorId === by) return [];
  const { id: postId, authorId: accountId } = answer;
  return [{ accountId, cause: alsoCause(postId), postId, rule: 'ANSWER_ALSO_SOLVED', day }];
}

/** Of what the asker says of an answer: that it solved it, or solved it too. */
export function duesOfAsker(state: State, answer: ModelPost): Due[] {
  return [
    ...(answer.accepted ? duesOfAcceptance(state, answer, answer.accepted.day) : []),
    ...(answer.alsoSolved ? duesOfAlsoSolved(state, answer, answer.alsoSolved) : []),
  ];
}

export function duesOfOfficial(answer: ModelPost, { by, day }: Mark): Due[] {
  if (answer.authorId === by) return [];
  const { id: postId, authorId: accountId } = answer;
  return [{ accountId, cause: officialCause(postId), postId, rule: 'ANSWER_MADE_OFFICIAL', day }];
}

const markBy = (state: State, by: number, onBehalf = false): Mark => ({
  ...{ by, onBehalf, day: state.day },
  // Later than all that is known; what it is exactly, the database says afterwards.
  at: Infinity,
});

function ownAnswer(state: State, actorId: number, answerId: number): ModelPost {
  actorIn(state, actorId);
  const answer = postOf(state, answerId);
  refuseIf(!isLive(state, answer) || postOf(state, answer.questionId).authorId !== actorId);
  return answer;
}

export function accept(state: State, actorId: number, answerId: number): void {
  const answer = ownAnswer(state, actorId, answerId);
  if (answer.accepted?.onBehalf) answer.accepted = markBy(state, actorId);
  else if (answer.accepted) return;
  else moveAcceptance(state, answer, markBy(state, actorId));
  postOf(state, answer.questionId).decidedOn = state.day;
}

export function unaccept(state: State, actorId: number, answerId: number): void {
  const answer = ownAnswer(state, actorId, answerId);
  refuseIf(!answer.accepted);
  clearAcceptance(state, answer.questionId);
  postOf(state, answer.questionId).decidedOn = state.day;
}

export function acceptOnBehalf(state: State, actorId: number, answerId: number): void {
  const answer = answerOfAnother(state, actorId, answerId);
  if (answer.accepted) return;
  const earlier = answersOf(state, answer.questionId).find(({ accepted }) => accepted);
  refuseIf(earlier?.accepted?.onBehalf === false);
  const { decidedOn } = postOf(state, answer.questionId);
  const since = [answer.createdOn, decidedOn ?? ''].sort().at(-1)!;
  refuseIf(daysBetween(since, state.day) < rulesInForce(state).solutions.onBehalfAfterDays);
  moveAcceptance(state, answer, markBy(state, actorId, true));
}

export function unacceptOnBehalf(state: State, actorId: number, answerId: number): void {
  const answer = answerOfAnother(state, actorId, answerId);
  refuseIf(!answer.accepted?.onBehalf);
  clearAcceptance(state, answer.questionId);
}

function answerOfAnother(state: State, actorId: number, answerId: number): ModelPost {
  const actor = actorIn(state, actorId);
  const answer = postOf(state, answerId);
  refuseIf(!isLive(state, answer) || !isAtLeast(actor, 'MODERATOR'));
  refuseIf(answer.authorId === actorId || postOf(state, answer.questionId).authorId === actorId);
  return answer;
}

function moveAcceptance(state: State, answer: ModelPost, mark: Mark): void {
  clearAcceptance(state, answer.questionId);
  if (answer.alsoSolved) {
    answer.alsoSolved = null;
    revokeCauses(state, 'MARK_MOVED', [alsoCause(answer.id)]);
  }
  answer.accepted = mark;
  if (answer.acceptanceVoid === null) award(state, duesOfAcceptance(state, answer, mark.day));
}

function clearAcceptance(state: State, questionId: number): void {
  const earlier = answersOf(state, questionId).find(({ accepted }) => accepted);
  if (!earlier) return;
  earlier.accepted = null;
  revokeCauses(state, 'MARK_MOVED', [acceptCause(earlier.id)]);
}

export function markAlsoSolved(state: State, actorId: number, answerId: number): void {
  const answer = ownAnswer(state, actorId, answerId);
  if (answer.alsoSolved) return;
  refuseIf(answer.accepted !== null);
  const others = answersOf(state, answer.questionId).filter(({ alsoSolved }) => alsoSolved);
  refuseIf(others.length >= rulesInForce(state).solutions.alsoSolvedMost);
  answer.alsoSolved = markBy(state, actorId);
  if (answer.acceptanceVoid === null) award(state, duesOfAlsoSolved(state, answer, answer.alsoSolved));
}

export function unmarkAlsoSolved(state: State, actorId: number, answerId: number): void {
  const answer = ownAnswer(state, actorId, answerId);
  refuseIf(!answer.alsoSolved);
  answer.alsoSolved = null;
  revokeCauses(state, 'MARK_MOVED', [alsoCause(answer.id)]);
}

/** @param answerId null takes the mark away */
export function setOfficial(
  state: State,
  actorId: number,
  questionId: number,
  answerId: number | null,
): void {
  const actor = actorIn(state, actorId);
  refuseIf(!isAtLeast(actor, 'MODERATOR') || !isLive(state, postOf(state, questionId)));
  const answer = answerId === null ? null : postOf(state, answerId);
  refuseIf(answer !== null && !isLive(state, answer));
  if (answer?.official) return;
  const earlier = answersOf(state, questionId).find(({ official }) => official);
  if (earlier) {
    earlier.official = null;
    revokeCauses(state, 'MARK_MOVED', [officialCause(earlier.id)]);
  }
  if (!answer) return;
  answer.official = markBy(state, actorId);
  award(state, duesOfOfficial(answer, answer.official));
}

export function supersede(state: State, actorId: number, answerId: number, newerId: number | null): void {
  const actor = actorIn(state, actorId);
  const answer = postOf(state, answerId);
  refuseIf(!isLive(state, answer) || !(isAtLeast(actor, 'SUPERUSER') || answer.authorId === actorId));
  if (newerId === null) {
    refuseIf(answer.supersededBy === null);
    answer.supersededBy = null;
    return;
  }
  if (answer.supersededBy === newerId) return;
  const newer = postOf(state, newerId);
  const isYounger =
    newer.createdAt > answer.createdAt || (newer.createdAt === answer.createdAt && newer.id > answer.id);
  refuseIf(newer.deletedBy !== null || newer.questionId !== answer.questionId || !isYounger);
  answer.supersededBy = newerId;
}

/** @param id what the site has given it */
export function answer(state: State, actorId: number, questionId: number, id: number): void {
  actorIn(state, actorId);
  refuseIf(!isLive(state, postOf(state, questionId)));
  state.posts.set(id, newPost(state, { id, kind: 'answer', questionId, authorId: actorId }));
}

export function newPost(
  state: State,
  post: Pick<ModelPost, 'id' | 'kind' | 'questionId' | 'authorId'>,
): ModelPost {
  return {
    ...post,
    ...{ createdAt: Infinity, createdOn: state.day, deletedBy: null, putAside: null, decidedOn: null },
    ...{ accepted: null, official: null, alsoSolved: null, acceptanceVoid: null, supersededBy: null },
  };
}
