import type { Database } from '#libs/platform';
import { voteCause } from './model/forum.js';
import { COMES_BACK } from './model/ledger.js';
import { personOf } from './model/state.js';
import type { Mark, State } from './model/state.js';

interface SeenMark {
  by: number;
  at: number;
}

/** What is put aside with a deleted answer, as it stands in its row. */
type PutAside = Record<`${'accepted' | 'official' | 'also_solved'}_by`, number | null> & {
  replaced: { id: number }[] | null;
};

/**
 * What the database says of a town, in the terms of the model: also what shows only later, such as the marks that are put
 * aside with an answer. Two orders of what was done at once that come to the same otherwise may differ in it.
 */
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
  /** What does not stand, and comes back by the rules that it had. */
  takenBack: { accountId: number; cause: string; why: string; version: number }[];
  /** What the upvotes of a day bring at most, where there are some. */
  caps: { accountId: number; day: string; cap: number }[];
  posts: (Record<'id' | 'up' | 'down' | 'answers' | 'createdAt', number> & {
    isAnswered: boolean;
    hasAccepted: boolean;
    isDeleted: boolean;
    supersededBy: number | null;
    accepted: SeenMark | null;
    official: SeenMark | null;
    alsoSolved: SeenMark | null;
    acceptanceVoid: number | null;
    putAside: PutAside | null;
  })[];
  votes: { id: number; postId: number; voterId: number; voidBy: number | null }[];
  articles: { id: number; status: string; publishedBy: number | null }[];
  bounties: { id: number; state: string; escrow: number; createdAt: number; isByRule: boolean }[];
  /** The newest entry that there was before, all entries up to it as one digest, and the newest now. */
  history: { digest: string | null; last: number };
}

const MARK = (name: string) => `case when ${name}_at is not null then json_build_object(
  'by', ${name}_by, 'at', extract(epoch from ${name}_at) * 1000) end`;

/** A vote's cause names the vote; the model knows it by post and voter. */
const CAUSE = `coalesce(
  (select 'vote:' || v.post_id || ':' || v.voter_id from vote v where 'vote:' || v.id = e.cause), e.cause)`;

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
           'cause', ${CAUSE}, 'points', e.points, 'day', e.earned_on, 'version', e.rule_version)), '[]')
         from entry e where e.reverses_id is null and not exists (select from entry r where r.reverses_id = e.id)),
       'takenBack', (select coalesce(json_agg(json_build_object(
           'accountId', e.account_id, 'cause', ${CAUSE}, 'why', r.reversal_cause, 'version', e.rule_version)), '[]')
         from entry e join entry r on r.reverses_id = e.id
        where r.reversal_cause = any($4) and (e.cause not like 'vote:%' or e.cause in (select 'vote:' || id from vote))
          and not exists (select from entry later
                           where later.account_id = e.account_id and later.cause = e.cause and later.id > r.id)),
       'caps', (select coalesce(json_agg(json_build_object('accountId', account_id, 'day', earned_on, 'cap', day_cap)), '[]')
         from (select distinct on (account_id, earned_on) * from entry where is_capped
                order by account_id, earned_on, id desc) as latest where points_of_day > 0),
       'posts', (select json_agg(json_build_object('id', id, 'up', up_count, 'down', down_count, 'answers', answer_count,
           'isAnswered', is_answered, 'hasAccepted', has_accepted, 'isDeleted', deleted_at is not null,
           'supersededBy', superseded_by, 'createdAt', extract(epoch from created_at) * 1000,
           'accepted', ${MARK('accepted')}, 'official', ${MARK('official')}, 'alsoSolved', ${MARK('also_solved')},
           'acceptanceVoid', acceptance_void_case, 'putAside', marks_when_deleted) order by id)
         from town),
       'votes', (select coalesce(json_agg(json_build_object('id', id, 'postId', post_id, 'voterId', voter_id, 'voidBy', void_case)), '[]')
         from vote where post_id in (select id from town)),
       'articles', (select coalesce(json_agg(json_build_object('id', id, 'status', status, 'publishedBy', published_by)), '[]')
         from article where id in (select article_id from article_source where answer_id in (select id from town))),
       'bounties', (select coalesce(json_agg(json_build_object('id', id, 'state', state, 'escrow', escrow,
           'createdAt', extract(epoch from created_at) * 1000,
           'isByRule', state <> 'OPEN' and settled_by is null) order by id), '[]')
         from bounty where question_id in (select id from town)),
       'history', json_build_object(
         'digest', (select md5(string_agg(entry::text, '|' order by id)) from entry where id <= $3),
         'last', (select coalesce(max(id), 0) from entry))) as seen`,
    [state.people.map(({ id }) => id), questionsOf(state), upTo, COMES_BACK],
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
