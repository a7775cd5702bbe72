import type { Database } from '#libs/platform';
import { voteCause } from './model/forum.js';
import { reached, reputationOf } from './model/ledger.js';
import { scoreOf } from './model/bounties.js';
import { answersOf, personOf } from './model/state.js';
import type { Mark, State } from './model/state.js';

interface SeenMark {
  by: number;
  at: number;
}

/** What the database says of a town, in the terms of the model. */
export interface Observation {
  people: {
    id: number;
    reputation: number;
    inLedger: number;
    byDay: number;
    byPost: number;
    privileges: string[];
  }[];
  standing: {
    id: number;
    accountId: number;
    cause: string;
    rule: string | null;
    points: number;
    day: string;
    version: number;
    times: number;
  }[];
  posts: (Record<'id' | 'up' | 'down' | 'answers' | 'createdAt', number> & {
    isAnswered: boolean;
    hasAccepted: boolean;
    isDeleted: boolean;
    supersededBy: number | null;
    accepted: SeenMark | null;
    official: SeenMark | null;
    alsoSolved: SeenMark | null;
  })[];
  votes: { id: number; postId: number; voterId: number }[];
  bounties: { id: number; state: string; escrow: number; createdAt: number; isByRule: boolean }[];
  /** The newest entry that there was before, all entries up to it as one digest, and the newest now. */
  history: { digest: string | null; last: number };
}

const MARK = (name: string) => `case when ${name}_at is not null then json_build_object(
  'by', ${name}_by, 'at', extract(epoch from ${name}_at) * 1000) end`;

/** By one statement, so that all of it is of one moment. @param upTo the newest entry that was seen before */
export async function observe(database: Database, state: State, upTo: number): Promise<Observation> {
  const row = await database.one<{ seen: Observation }>(
    `with person as (select * from account where id = any($1)),
     entry as (select * from reputation_entry where account_id = any($1)),
     town as (select * from post where id = any($2) or question_id = any($2))
     select json_build_object(
       'people', (select json_agg(json_build_object('id', id, 'reputation', reputation, 'privileges', privileges,
           'inLedger', (select coalesce(sum(delta), 0) from entry where account_id = person.id),
           'byDay', (select coalesce(sum(gained - lost), 0) from reputation_day where account_id = person.id),
           'byPost', (select coalesce(sum(gained - lost), 0) from reputation_post where account_id = person.id)) order by id)
         from person),
       'standing', (select coalesce(json_agg(json_build_object('id', e.id, 'accountId', e.account_id, 'rule', e.rule,
           'cause', case when e.cause like 'vote:%' then
             coalesce((select 'vote:' || v.post_id || ':' || v.voter_id from vote v where 'vote:' || v.id = e.cause), e.cause)
             else e.cause end,
           'points', e.points, 'day', e.earned_on, 'version', e.rule_version)), '[]')
         from entry e where e.reverses_id is null and not exists (select from entry r where r.reverses_id = e.id)),
       'posts', (select json_agg(json_build_object('id', id, 'up', up_count, 'down', down_count, 'answers', answer_count,
           'isAnswered', is_answered, 'hasAccepted', has_accepted, 'isDeleted', deleted_at is not null,
           'supersededBy', superseded_by, 'createdAt', extract(epoch from created_at) * 1000,
           'accepted', ${MARK('accepted')}, 'official', ${MARK('official')}, 'alsoSolved', ${MARK('also_solved')}) order by id)
         from town),
       'votes', (select coalesce(json_agg(json_build_object('id', id, 'postId', post_id, 'voterId', voter_id)), '[]')
         from vote where post_id in (select id from town)),
       'bounties', (select coalesce(json_agg(json_build_object('id', id, 'state', state, 'escrow', escrow,
           'createdAt', extract(epoch from created_at) * 1000,
           'isByRule', state <> 'OPEN' and settled_by is null) order by id), '[]')
         from bounty where question_id in (select id from town)),
       'history', json_build_object(
         'digest', (select md5(string_agg(entry::text, '|' order by id)) from entry where id <= $3),
         'last', (select coalesce(max(id), 0) from entry))) as seen`,
    [state.people.map(({ id }) => id), questionsOf(state), upTo],
  );
  return row!.seen;
}

/** All entries up to this one as one digest: it never changes. */
export async function digestUpTo(database: Database, state: State, last: number): Promise<string | null> {
  const row = await database.one<{ digest: string | null }>(
    `select md5(string_agg(entry::text, '|' order by id)) as digest from reputation_entry as entry
      where account_id = any($1) and id <= $2`,
    [state.people.map(({ id }) => id), last],
  );
  return row?.digest ?? null;
}

function questionsOf(state: State): number[] {
  return [...state.posts.values()].flatMap(({ id, kind }) => (kind === 'question' ? [id] : []));
}

/**
 * In what the database differs from the model, a line for each; none if they agree.
 * @param holding where to look up which privileges people have for certain, besides those they have the points for
 */
export function differences(holding: State, state: State, seen: Observation): string[] {
  return [
    ...seen.people.flatMap((person) => differencesOfPerson(holding, state, person)),
    ...differencesOf('in the ledger', expectedEntries(state), seen.standing.map(entryLine)),
    ...differencesOf('of posts', expectedPosts(state), seen.posts.map(postLine)),
    ...differencesOf(
      'of votes',
      [...state.votes.keys()],
      seen.votes.map((vote) => voteCause(vote.postId, vote.voterId)),
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
    });
  });
}

function postLine(post: Omit<Observation['posts'][number], 'createdAt'>): string {
  const { id, up, down, answers, isAnswered, hasAccepted, isDeleted, supersededBy } = post;
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
  ].join(', ');
}

function expectedBounties(state: State): string[] {
  return [...state.bounties.values()].map(({ id, state: is, amount }) =>
    bountyLine({ id, state: is, escrow: is === 'OPEN' ? amount : 0 }),
  );
}

function bountyLine({ id, state, escrow }: { id: number; state: string; escrow: number }): string {
  return `bounty ${id}: ${state}, ${escrow} in escrow`;
}

/** Takes over what nobody could foretell. */
export function takeOver(state: State, seen: Observation): void {
  for (const vote of seen.votes) state.votes.get(voteCause(vote.postId, vote.voterId))!.id = vote.id;
  for (const post of seen.posts) {
    const known = state.posts.get(post.id)!;
    for (const name of ['accepted', 'official', 'alsoSolved'] as const) setMoment(known[name], post[name]);
    state.posts.set(post.id, { ...known, createdAt: post.createdAt });
  }
  for (const { id, createdAt } of seen.bounties) {
    state.bounties.set(id, { ...state.bounties.get(id)!, createdAt });
  }
  for (const { id, privileges } of seen.people) {
    personOf(state, id).privileges = privileges.filter((name) =>
      ['VOTE_DOWN', 'OFFER_BOUNTY'].includes(name),
    );
  }
}

function setMoment(mark: Mark | null, seen: SeenMark | null): void {
  if (mark && seen) mark.at = seen.at;
}
