import type { Damage } from './damages.js';

const A_VOTE = `
  select v.id, v.post_id, v.voter_id, p.author_id, v.value, v.created_at
    from vote v join post p on p.id = v.post_id join post q on q.id = coalesce(p.question_id, p.id)
   where v.voter_id is not null and p.author_id is not null and p.deleted_at is null and q.deleted_at is null
   order by v.id limit 1`;

/** Two people have agreed that a vote is invalid. */
const AGREED = `
  with vote_found as (${A_VOTE}),
  others as (
    select array_agg(id) as ids from (
      select id from account where id not in (select voter_id from vote_found union select author_id from vote_found)
       order by id limit 2) as two),
  agreed as (
    insert into fraud_case (kind, account_ids, evidence, state, proposed_by, proposed_at, proposal_reason,
                            confirmed_by, confirmed_at)
    select 'SERIAL_VOTES', array[voter_id, author_id], '{}', 'INVALIDATED', ids[1], now(), 'x', ids[2], now()
      from vote_found, others returning id),
  held as (
    insert into fraud_case_vote (case_id, vote_id, post_id, voter_id, author_id, value, cast_at, is_proposed)
    select agreed.id, vote_found.id, post_id, voter_id, author_id, value, created_at, true from agreed, vote_found
    returning case_id, vote_id)`;

/** And it is void; what hangs on it is as it was. */
const VOIDED = `${AGREED} update vote set voided_at = now(), void_case = case_id from held where id = vote_id`;

/** Two people have agreed that “solved it too” is invalid on an answer, which is void by it; its author has the points. */
const VOID_MARK = `
  with mark as (
    select a.id, q.author_id as asker_id, a.author_id as helper_id, a.also_solved_at
      from post a join post q on q.id = a.question_id
     where a.also_solved_at is not null and a.deleted_at is null and q.deleted_at is null order by a.id limit 1),
  others as (
    select array_agg(id) as ids from (
      select id from account where id not in (select asker_id from mark union select helper_id from mark)
       order by id limit 2) as two),
  agreed as (
    insert into fraud_case (kind, account_ids, evidence, state, proposed_by, proposed_at, proposal_reason,
                            confirmed_by, confirmed_at)
    select 'RECIPROCAL_ACCEPTANCE', array[asker_id, helper_id], '{}', 'INVALIDATED', ids[1], now(), 'x', ids[2], now()
      from mark, others returning id),
  held as (
    insert into fraud_case_acceptance (case_id, answer_id, asker_id, helper_id, mark, accepted_at, is_proposed)
    select agreed.id, mark.id, asker_id, helper_id, 'ALSO_SOLVED', also_solved_at, true from agreed, mark
    returning case_id, answer_id)
  update post set acceptance_void_case = case_id from held where id = answer_id`;

/** What goes wrong with what those who moderate decide. */
export const moderationDamages: Damage[] = [
  ['a vote that was found invalid counts', `${AGREED} select from held`, 'void votes', false],
  [
    'a vote is void that nobody has found invalid',
    `update vote set voided_at = now(), void_case = 999999 where id = (select id from (${A_VOTE}) v)`,
    'void votes',
    false,
  ],
  ['a vote was made void, and the score was forgotten', VOIDED, 'votes of posts', true],
  ['a vote was made void, and its author has the points still', VOIDED, 'votes in the ledger', true],
  [
    'an acceptance earns nothing that nobody has found invalid',
    `update post set acceptance_void_case = 999999
      where id = (select min(id) from post where accepted_at is not null)`,
    'void acceptances',
    false,
  ],
  [
    'what was found invalid has its points still',
    VOID_MARK,
    'answers that solved it too in the ledger',
    true,
  ],
  [
    'a sanction took nothing',
    `insert into sanction (account_id, points, reason, sanctioned_by)
     select min(id), 10, 'x', max(id) from account`,
    'sanctions in the ledger',
    false,
  ],
  [
    'points were taken as by a sanction that is not there',
    `insert into reputation_entry (account_id, delta, points, reason, cause, earned_on)
     select min(id), -10, -10, 'SANCTIONED', 'sanction:999999', current_date from account`,
    'sanctions in the ledger',
    false,
  ],
  [
    'signals are never deleted',
    `insert into account_signal (account_id, kind, hash, day)
     select min(id), 'VOTE', decode(repeat('00', 16), 'hex'), current_date - 60 from account`,
    'signals that are forgotten',
    false,
  ],
];
