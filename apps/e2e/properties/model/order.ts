import { acceptCause, actorIn, alsoCause, duesOfAsker, duesOfVote, voteCause } from './forum.js';
import { award, openPrivileges, reputationOf, reached, recompute, revokeCauses } from './ledger.js';
import { isAtLeast, isLive, postOf, refuseIf } from './state.js';
import type { ModelCase, ModelPost, ModelVote, Person, State } from './state.js';

const sanctionCause = (id: number) => `sanction:${id}`;

function isAbove(actor: Person, member: Person): boolean {
  return member.role !== actor.role && isAtLeast(actor, member.role);
}

/** @param id what the site has given it */
export function sanction(
  state: State,
  actorId: number,
  { accountId, points }: { accountId: number; points: number },
  id: number,
): void {
  const actor = actorIn(state, actorId);
  const member = actorIn(state, accountId);
  refuseIf(!isAtLeast(actor, 'MODERATOR') || !isAbove(actor, member));
  state.sanctions.set(id, { accountId, points, isLifted: false });
  award(state, [{ accountId, cause: sanctionCause(id), postId: null, rule: null, points: -points }]);
}

export function lift(state: State, actorId: number, sanctionId: number): void {
  const actor = actorIn(state, actorId);
  const imposed = state.sanctions.get(sanctionId)!;
  const member = actorIn(state, imposed.accountId);
  refuseIf(!isAtLeast(actor, 'MODERATOR') || !isAbove(actor, member) || imposed.isLifted);
  imposed.isLifted = true;
  revokeCauses(state, 'SANCTION_LIFTED', [sanctionCause(sanctionId)]);
}

export function erase(state: State, actorId: number, accountId: number): void {
  const actor = actorIn(state, actorId);
  const member = actorIn(state, accountId);
  refuseIf(!isAtLeast(actor, 'ADMIN') || actorId === accountId);
  member.isErased = true;
  member.role = 'MEMBER';
}

export function suspect(state: State, found: Omit<ModelCase, 'state' | 'proposedBy'>): void {
  state.cases.set(found.id, { ...found, state: 'OPEN', proposedBy: null });
}

export function propose(state: State, actorId: number, caseId: number): void {
  const found = caseFor(state, actorId, caseId);
  refuseIf(found.state !== 'OPEN' || found.voteIds.length + found.answerIds.length === 0);
  found.state = 'PROPOSED';
  found.proposedBy = actorId;
}

/** What was withdrawn meanwhile is left out. */
export function confirm(state: State, actorId: number, caseId: number): void {
  const found = caseFor(state, actorId, caseId);
  refuseIf(found.state !== 'PROPOSED' || found.proposedBy === actorId);
  found.state = 'INVALIDATED';
  const votes = [...state.votes.values()].filter(
    ({ id, voidBy }) => found.voteIds.includes(id) && voidBy === null,
  );
  const answers = found.answerIds
    .map((answerId) => postOf(state, answerId))
    .filter(
      ({ accepted, alsoSolved, acceptanceVoid }) => (accepted ?? alsoSolved) && acceptanceVoid === null,
    );
  for (const vote of votes) vote.voidBy = caseId;
  for (const answer of answers) answer.acceptanceVoid = caseId;
  revokeCauses(state, 'FRAUD', [
    ...votes.map(({ postId, voterId }) => voteCause(postId, voterId)),
    ...answers.flatMap(({ id }) => [acceptCause(id), alsoCause(id)]),
  ]);
}

/** By an admin, alone. */
export function undo(state: State, actorId: number, caseId: number): void {
  const found = caseFor(state, actorId, caseId);
  refuseIf(found.state !== 'INVALIDATED');
  found.state = 'UNDONE';
  const votes = [...state.votes.values()].filter(({ voidBy }) => voidBy === caseId);
  const answers = [...state.posts.values()].filter(({ acceptanceVoid }) => acceptanceVoid === caseId);
  for (const vote of votes) vote.voidBy = null;
  for (const answer of answers) answer.acceptanceVoid = null;
  award(state, duesOfReinstated(state, votes, answers));
}

function duesOfReinstated(state: State, votes: readonly ModelVote[], answers: readonly ModelPost[]) {
  return [
    ...[...votes]
      .sort((a, b) => a.id - b.id)
      .filter(({ postId }) => isLive(state, postOf(state, postId)))
      .flatMap((vote) => duesOfVote(state, vote)),
    ...answers.filter((answer) => isLive(state, answer)).flatMap((answer) => duesOfAsker(state, answer)),
  ];
}

/** Nobody decides on a case that is about them. */
function caseFor(state: State, actorId: number, caseId: number): ModelCase {
  const actor = actorIn(state, actorId);
  const found = state.cases.get(caseId)!;
  refuseIf(!isAtLeast(actor, 'MODERATOR') || found.accountIds.includes(actorId));
  return found;
}

/** @param basedOn the version that the admin had before them */
export function saveRules(state: State, actorId: number, choice: number, basedOn: number): void {
  const actor = actorIn(state, actorId);
  refuseIf(!isAtLeast(actor, 'ADMIN') || state.version !== basedOn);
  if (state.rules.get(state.version) === choice) return;
  state.version += 1;
  state.rules.set(state.version, choice);
  for (const { id } of state.people) openPrivileges(state, id);
}

export function recomputeAll(state: State, actorId: number, version: number): void {
  const actor = actorIn(state, actorId);
  refuseIf(!isAtLeast(actor, 'ADMIN') || state.version !== version);
  recompute(state);
}

/** What the nightly job may have taken away, the database says; nobody loses what they have the points for. */
export function loseSome(state: State): void {
  for (const person of state.people) {
    const kept = reached(state, reputationOf(state, person.id));
    person.privileges = person.privileges.filter((privilege) => kept.includes(privilege));
  }
}
