import type { SqlCheck } from '../check.js';

const voidVotes: SqlCheck = {
  name: 'void votes',
  promise: 'A vote is void exactly while two people have agreed on it in a case that nobody has undone.',
  counts: `select count(*) as rows from vote where voided_at is not null`,
  finds: `
    with agreed as (
      select i.vote_id as id, c.id as case_id from fraud_case_vote i join fraud_case c on c.id = i.case_id
       where i.is_proposed and c.state = 'INVALIDATED')
    select v.id, format('vote %s is void by case %s, which does not say so', v.id, v.void_case) as example
      from vote v
     where v.voided_at is not null
       and not exists (select from agreed where agreed.id = v.id and agreed.case_id = v.void_case)
    union all
    select v.id, format('vote %s counts, and case %s says that it is void', v.id, agreed.case_id)
      from agreed join vote v on v.id = agreed.id where v.voided_at is null`,
};

const voidAcceptances: SqlCheck = {
  name: 'void acceptances',
  promise:
    'An acceptance, or “solved it too”, earns nothing exactly by cases that two people agreed on and nobody has undone.',
  counts: `select count(*) as rows from post where acceptance_void_case is not null`,
  finds: `
    select p.id, format('answer %s: what its asker says is void by case %s, which does not say so', p.id,
                        p.acceptance_void_case) as example
      from post p
     where p.acceptance_void_case is not null
       and not exists (
         select from fraud_case_acceptance i join fraud_case c on c.id = i.case_id
          where i.answer_id = p.id and i.is_proposed and c.id = p.acceptance_void_case and c.state = 'INVALIDATED')`,
};

const sanctions: SqlCheck = {
  name: 'sanctions in the ledger',
  promise: 'Every sanction that holds has taken its points once, and none that was lifted has.',
  counts: `select count(*) as rows from sanction`,
  finds: `
    with standing as (
      select e.cause, e.account_id, -e.points as points from reputation_entry e
       where e.reason = 'SANCTIONED'
         and not exists (select from reputation_entry r where r.reverses_id = e.id))
    select s.id, format('sanction:%s of account %s %s', s.id, s.account_id,
                        case when s.lifted_at is null then 'is missing' else 'was lifted and stands' end) as example
      from sanction s left join standing on standing.cause = 'sanction:' || s.id
     where (s.lifted_at is null) <> (standing.cause is not null)
        or (s.account_id, s.points) <> (standing.account_id, standing.points)
    union all
    select null, format('%s of account %s stands for nothing', cause, account_id)
      from standing where not exists (select from sanction s where standing.cause = 'sanction:' || s.id)`,
};

/** A night may have been missed; more than some is a job that does not run. */
const signals: SqlCheck = {
  name: 'signals that are forgotten',
  promise:
    'What shows where accounts are used from is deleted after 30 days, give or take a night, and so are its keys.',
  counts: `select count(*) as rows from account_signal`,
  finds: `
    select account_id as id, format('account %s: a signal of %s is still there', account_id, day) as example
      from account_signal where day < (now() at time zone 'UTC')::date - 33
    union all
    select null, format('the key of the week of %s is still there', week)
      from signal_key where week + 7 < (now() at time zone 'UTC')::date - 33`,
};

export const moderationChecks = [voidVotes, voidAcceptances, sanctions, signals];
