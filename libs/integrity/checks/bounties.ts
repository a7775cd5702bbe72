import type { SqlCheck } from '../check.js';

const CAUSE = `'bounty:' || b.id`;

const escrow: SqlCheck = {
  name: 'escrow of bounties',
  promise: 'What was offered as a bounty is in escrow, with one winner or back: never more, never less.',
  counts: `select count(*) as rows from bounty`,
  finds: `
    with entered as (
      select cause, sum(delta) as delta from reputation_entry where cause like 'bounty:%' group by cause)
    select b.id, format('%s: %s in escrow, %s in the ledger', coalesce(e.cause, ${CAUSE}),
                        coalesce(b.escrow::text, 'nothing'), coalesce(e.delta::text, 'nothing')) as example
      from bounty b full join entered e on e.cause = ${CAUSE}
     where (b.escrow + e.delta) is distinct from 0`,
};

const entries: SqlCheck = {
  name: 'bounties in the ledger',
  promise: 'Every bounty was taken from its offerer once; its winner has it, or it went back.',
  counts: `select count(*) as rows from bounty`,
  finds: `
    with due as (
      select b.id, ${CAUSE} as cause, b.offered_by as account_id, 'BOUNTY_OFFERED' as reason, -b.amount as points
        from bounty b where b.state <> 'RETURNED'
      union all
      select b.id, ${CAUSE}, b.awarded_to, 'BOUNTY_WON', b.amount from bounty b where b.state = 'AWARDED'),
    standing as (
      select e.cause, e.account_id, e.reason, e.points from reputation_entry e
       where e.reason in ('BOUNTY_OFFERED', 'BOUNTY_WON')
         and not exists (select from reputation_entry r where r.reverses_id = e.id))
    select due.id, format('%s: %s of account %s', cause, reason, account_id) ||
             case when due.id is null then ' stands for nothing' else ' is missing' end as example
      from due full join standing using (cause, account_id, reason, points)
     where due.id is null or standing.points is null`,
};

const places: SqlCheck = {
  name: 'places of bounties',
  promise: 'Bounties are open at questions that can be seen, and were won by who wrote an answer there.',
  counts: `select count(*) as rows from bounty`,
  finds: `
    select b.id, format('bounty %s is open at question %s, which is deleted', b.id, q.id) as example
      from bounty b join post q on q.id = b.question_id
     where q.kind <> 'question' or (b.state = 'OPEN' and q.deleted_at is not null)
    union all
    select b.id, format('bounty %s was won by account %s, who did not write answer %s', b.id, b.awarded_to, a.id)
      from bounty b join post a on a.id = b.awarded_answer_id
     where a.question_id <> b.question_id or (a.author_id is not null and a.author_id <> b.awarded_to)`,
};

export const bountyChecks = [escrow, entries, places];
