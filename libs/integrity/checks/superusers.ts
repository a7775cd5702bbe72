import type { SqlCheck } from '../check.js';

const terms: SqlCheck = {
  name: 'terms of superusers',
  promise: 'Whoever has a term as a superuser is one, and is still here.',
  counts: `select count(*) as rows from superuser_term`,
  finds: `
    select t.id, format('%s has a term and is %s', a.username,
                        case when a.erased_at is null then a.role else 'erased' end) as example
      from superuser_term t join account a on a.id = t.account_id
     where t.ended_at is null and (a.role <> 'SUPERUSER' or a.erased_at is not null)`,
};

const withoutTerm: SqlCheck = {
  name: 'superusers without a term',
  promise: 'A superuser has a term, or was made one by an admin.',
  counts: `select count(*) as rows from account where role = 'SUPERUSER' and erased_at is null`,
  finds: `
    select a.id, format('%s is a superuser, whose term ended on %s', a.username, last.ended_at::date) as example
      from account a
      join lateral (select * from superuser_term t where t.account_id = a.id order by t.id desc limit 1) last on true
     where a.role = 'SUPERUSER' and a.erased_at is null and last.ended_at is not null
       and not exists (select from audit_record r
                        where r.subject_kind = 'account' and r.subject_id = a.id
                          and r.action = 'account.role-changed' and r.details ->> 'to' = 'SUPERUSER'
                          and r.created_at >= last.ended_at)`,
};

const acceptances: SqlCheck = {
  name: 'accepted invitations',
  promise: 'Every invitation that was accepted made one term, of the person who was invited; no other did.',
  counts: `select count(*) as rows from superuser_invitation`,
  finds: `
    select i.id, format('invitation %s is %s and has %s', i.id, i.state,
                        case when t.id is null then 'no term' else 'term ' || t.id end) as example
      from superuser_invitation i left join superuser_term t on t.invitation_id = i.id
     where (i.state = 'ACCEPTED') <> (t.id is not null) or t.account_id <> i.account_id`,
};

const openInvitations: SqlCheck = {
  name: 'open invitations',
  promise: 'Only members are invited to become superusers.',
  counts: `select count(*) as rows from superuser_invitation where state = 'OPEN'`,
  finds: `
    select i.id, format('%s is invited and is %s', a.username,
                        case when a.erased_at is null then a.role else 'erased' end) as example
      from superuser_invitation i join account a on a.id = i.account_id
     where i.state = 'OPEN' and (a.role <> 'MEMBER' or a.erased_at is not null)`,
};

const nominations: SqlCheck = {
  name: 'nominations of superusers',
  promise: 'Nobody nominates the same person twice within a year.',
  counts: `select count(*) as rows from superuser_nomination`,
  finds: `
    select later.id, format('nominations %s and %s of account %s are by account %s', n.id, later.id, n.nominee_id,
                            n.nominator_id) as example
      from superuser_nomination n
      join superuser_nomination later using (nominee_id, nominator_id)
     where later.id > n.id and later.created_at < n.created_at + interval '365 days'`,
};

export const superuserChecks = [terms, withoutTerm, acceptances, openInvitations, nominations];
