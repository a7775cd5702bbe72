import { award, reputationOf, revokeCauses } from './ledger.js';
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
import type { ModelBounty, ModelPost, State } from './state.js';

const causeOf = ({ id }: { id: number }) => `bounty:${id}`;

/** @param made what the site has given it */
export function offer(
  state: State,
  actorId: number,
  { questionId, amount }: { questionId: number; amount: number },
  made: { id: number; createdAt: number },
): void {
  const actor = personOf(state, actorId);
  refuseIf(actor.isErased || !isLive(state, postOf(state, questionId)));
  refuseIf(!isAtLeast(actor, 'SUPERUSER') && !actor.privileges.includes('OFFER_BOUNTY'));
  refuseIf(openOf(state, questionId) !== undefined);
  const { least, most, days, graceDays, leastScore } = rulesInForce(state).bounty;
  refuseIf(amount < least || amount > most || amount > reputationOf(state, actorId));
  const bounty: ModelBounty = {
    ...{ ...made, questionId, amount, leastScore, offeredBy: actorId, createdOn: state.day },
    ...{ openDays: days + graceDays, state: 'OPEN', answerId: null },
  };
  state.bounties.set(bounty.id, bounty);
  award(state, [
    { accountId: actorId, cause: causeOf(bounty), postId: questionId, rule: null, points: -amount },
  ]);
}

export function awardBounty(state: State, actorId: number, bountyId: number, answerId: number): void {
  const bounty = state.bounties.get(bountyId)!;
  const answer = postOf(state, answerId);
  refuseIf(personOf(state, actorId).isErased || bounty.offeredBy !== actorId);
  refuseIf(!isLive(state, answer) || answer.questionId !== bounty.questionId);
  if (bounty.state === 'AWARDED' && bounty.answerId === answerId) return;
  refuseIf(bounty.state !== 'OPEN' || isForRule(state, bounty));
  refuseIf(answer.authorId === actorId || personOf(state, answer.authorId).isErased);
  give(state, bounty, answer);
}

export function withdrawBounty(state: State, actorId: number, bountyId: number): void {
  const bounty = state.bounties.get(bountyId)!;
  refuseIf(personOf(state, actorId).isErased || bounty.offeredBy !== actorId || bounty.state !== 'OPEN');
  refuseIf(
    answersOf(state, bounty.questionId).some(
      (answer) =>
        answer.deletedBy === null && answer.authorId !== actorId && answer.createdAt >= bounty.createdAt,
    ),
  );
  giveBack(state, bounty);
}

/** Nobody can win what nobody can answer. */
export function returnBountyOf(state: State, questionId: number): void {
  const open = openOf(state, questionId);
  if (open) giveBack(state, open);
}

/** @param isPassedOver says of each whether this run has left it to the next one, since somebody was busy with it */
export function settleDue(state: State, isPassedOver: (bountyId: number) => boolean): void {
  for (const bounty of state.bounties.values()) {
    if (bounty.state !== 'OPEN' || !isForRule(state, bounty) || isPassedOver(bounty.id)) continue;
    const winner = winnerOf(state, bounty);
    if (winner) give(state, bounty, winner);
    else giveBack(state, bounty);
  }
}

function winnerOf(state: State, bounty: ModelBounty): ModelPost | undefined {
  const contenders = answersOf(state, bounty.questionId).filter(
    ({ authorId, deletedBy }) =>
      deletedBy === null && authorId !== bounty.offeredBy && !personOf(state, authorId).isErased,
  );
  const isSince = (at: number) => at >= bounty.createdAt;
  const accepted = contenders.find(
    ({ accepted: mark, authorId, createdAt }) =>
      mark && mark.by !== authorId && (isSince(createdAt) || isSince(mark.at)),
  );
  if (accepted) return accepted;
  return contenders
    .filter(({ id, createdAt }) => isSince(createdAt) && scoreOf(state, id) >= bounty.leastScore)
    .sort(
      (a, b) => scoreOf(state, b.id) - scoreOf(state, a.id) || a.createdAt - b.createdAt || a.id - b.id,
    )[0];
}

export function scoreOf(state: State, postId: number): number {
  return [...state.votes.values()]
    .filter((vote) => vote.postId === postId && vote.voidBy === null)
    .reduce((score, { value }) => score + value, 0);
}

export function isForRule(state: State, { createdOn, openDays }: ModelBounty): boolean {
  return daysBetween(createdOn, state.day) >= openDays;
}

function openOf(state: State, questionId: number): ModelBounty | undefined {
  return [...state.bounties.values()].find(
    (bounty) => bounty.questionId === questionId && bounty.state === 'OPEN',
  );
}

function give(state: State, bounty: ModelBounty, answer: ModelPost): void {
  bounty.state = 'AWARDED';
  bounty.answerId = answer.id;
  award(state, [
    {
      ...{ accountId: answer.authorId, cause: causeOf(bounty), postId: answer.id },
      ...{ rule: null, points: bounty.amount },
    },
  ]);
}

function giveBack(state: State, bounty: ModelBounty): void {
  bounty.state = 'RETURNED';
  revokeCauses(state, 'BOUNTY_RETURNED', [causeOf(bounty)]);
}
