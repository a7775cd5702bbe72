import { scoreOf } from './model/bounties.js';
import { voteCause } from './model/forum.js';
import { COMES_BACK, capOf, reached, reputationOf } from './model/ledger.js';
import { answersOf, personOf } from './model/state.js';
import type { ModelPost, State } from './model/state.js';
import type { Observation } from './observation.js';

/**
 * In what the database differs from the model, a line for each; none if they agree.
 * @param holding where to look up which privileges people have for certain, besides those they have the points for
 */
export function differences(holding: State, state: State, seen: Observation): string[] {
  return [
    ...seen.people.flatMap((person) => differencesOfPerson(holding, state, person)),
    ...differencesOf('in the ledger', expectedEntries(state), seen.standing.map(entryLine)),
    ...differencesOf('of posts', expectedPosts(state), seen.posts.map(postLine)),
    ...differencesOf('taken back', expectedToComeBack(state), seen.takenBack.map(takenBackLine)),
    ...differencesOf('of caps', expectedCaps(state), seen.caps.map(capLine)),
    ...differencesOf('of votes', [...state.votes.values()].map(voteLine), seen.votes.map(voteLine)),
    ...differencesOf(
      'of articles',
      [...state.articles.values()].map(articleLine),
      seen.articles.map(articleLine),
    ),
    ...differencesOf('of bounties', expectedBounties(state), seen.bounties.map(bountyLine)),
  ];
}

function differencesOfPerson(
  holding: State,
  state: State,
  { id, reputation, inLedger, byDay, byPost, privileges }: Observation['people'][number],
): string[] {
  const expected = reputationOf(state, id);
  const isRight = [reputation, inLedger, byDay, byPost].every((figure) => figure === expected);
  const due = [...new Set([...personOf(holding, id).privileges, ...reached(state, expected)])];
  const missing = due.filter((privilege) => !privileges.includes(privilege));
  return [
    ...(isRight
      ? []
      : [
          `person ${id}: reputation ${reputation}, in the ledger ${inLedger}, by day ${byDay}, by post ${byPost}; expected ${expected}`,
        ]),
    ...missing.map((privilege) => `person ${id} lacks ${privilege}, with ${reputation}`),
  ];
}

function differencesOf(what: string, expected: readonly string[], seen: readonly string[]): string[] {
  const left = [...seen];
  const missing = expected.filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return [
    ...missing.map((line) => `expected ${what}: ${line}`),
    ...left.map((line) => `unexpected ${what}: ${line}`),
  ];
}

function expectedEntries(state: State): string[] {
  return [...state.standing.values()].map(entryLine);
}

function entryLine({
  accountId,
  cause,
  rule,
  points,
  day,
  version,
}: Pick<
  Observation['standing'][number],
  'accountId' | 'cause' | 'rule' | 'points' | 'day' | 'version'
>): string {
  const by = rule === null ? 'by decision' : `by ${rule} of rules ${version}`;
  return `${points} to ${accountId} for ${cause} ${by} on ${day}`;
}

function expectedToComeBack(state: State): string[] {
  return [...state.takenBack]
    .filter(([key, { why }]) => COMES_BACK.includes(why) && !state.standing.has(key))
    .map(([key, { why, version }]) => {
      const [accountId, cause] = key.split(' ') as [string, string];
      return takenBackLine({ accountId: Number(accountId), cause, why, version });
    });
}

function takenBackLine({ accountId, cause, why, version }: Observation['takenBack'][number]): string {
  return `${cause} of ${accountId} by ${why}, of rules ${version}`;
}

function expectedCaps(state: State): string[] {
  return [...state.caps.keys()].flatMap((key) => {
    const [accountId, day] = key.split(' ') as [string, string];
    const cap = capOf(state, Number(accountId), day);
    return cap === null ? [] : [capLine({ accountId: Number(accountId), day, cap })];
  });
}

function capLine({ accountId, day, cap }: Observation['caps'][number]): string {
  return `${cap} for ${accountId} on ${day}`;
}

function voteLine({ postId, voterId, voidBy }: Omit<Observation['votes'][number], 'id'>): string {
  return `${voteCause(postId, voterId)}${voidBy === null ? '' : `, void by case ${voidBy}`}`;
}

/** Who made it public matters as long as it is. */
function articleLine({ id, status, publishedBy }: Observation['articles'][number]): string {
  return `${id}: ${status}${status === 'PUBLISHED' ? ` by ${publishedBy}` : ''}`;
}

function expectedPosts(state: State): string[] {
  return [...state.posts.values()].map((post) => {
    const votes = [...state.votes.values()].filter(
      ({ postId, voidBy }) => postId === post.id && voidBy === null,
    );
    const answers =
      post.kind === 'question' ? answersOf(state, post.id).filter((answer) => answer.deletedBy === null) : [];
    return postLine({
      id: post.id,
      up: votes.filter(({ value }) => value === 1).length,
      down: votes.filter(({ value }) => value === -1).length,
      answers: answers.length,
      isAnswered: answers.some(
        ({ id, accepted, official }) => scoreOf(state, id) > 0 || accepted !== null || official !== null,
      ),
      hasAccepted: answers.some(({ accepted }) => accepted !== null),
      isDeleted: post.deletedBy !== null,
      supersededBy: post.supersededBy,
      ...{ accepted: post.accepted, official: post.official, alsoSolved: post.alsoSolved },
      acceptanceVoid: post.acceptanceVoid,
      putAside: post.putAside && asInItsRow(post.putAside),
    });
  });
}

function asInItsRow(putAside: NonNullable<ModelPost['putAside']>): Observation['posts'][number]['putAside'] {
  return {
    accepted_by: putAside.accepted?.by ?? null,
    official_by: putAside.official?.by ?? null,
    also_solved_by: putAside.alsoSolved?.by ?? null,
    replaced: putAside.replaced.map((id) => ({ id })),
  };
}

function postLine(post: Omit<Observation['posts'][number], 'createdAt'>): string {
  const { id, up, down, answers, isAnswered, hasAccepted, isDeleted, supersededBy, putAside } = post;
  const marks = (['accepted', 'official', 'alsoSolved'] as const).flatMap((name) =>
    post[name] ? [`${name} by ${post[name].by}`] : [],
  );
  const facts = { isAnswered, hasAccepted, isDeleted };
  const states = Object.entries(facts).flatMap(([name, isSo]) => (isSo ? [name] : []));
  return [
    `post ${id}: +${up} -${down}, ${answers} answers`,
    ...states,
    ...marks,
    ...(supersededBy === null ? [] : [`replaced by ${supersededBy}`]),
    ...(post.acceptanceVoid === null ? [] : [`acceptance void by case ${post.acceptanceVoid}`]),
    ...(putAside ? asideLines(putAside) : []),
  ].join(', ');
}

function asideLines(aside: NonNullable<Observation['posts'][number]['putAside']>): string[] {
  const marks = (['accepted_by', 'official_by', 'also_solved_by'] as const).flatMap((name) =>
    aside[name] === null ? [] : [`put aside: ${name} ${aside[name]}`],
  );
  const replaced = (aside.replaced ?? []).map(({ id }) => id).sort((a, b) => a - b);
  return [...marks, ...replaced.map((id) => `put aside: replaced ${id}`)];
}

function expectedBounties(state: State): string[] {
  return [...state.bounties.values()].map(({ id, state: is, amount }) =>
    bountyLine({ id, state: is, escrow: is === 'OPEN' ? amount : 0 }),
  );
}

function bountyLine({ id, state, escrow }: { id: number; state: string; escrow: number }): string {
  return `bounty ${id}: ${state}, ${escrow} in escrow`;
}
