import type { Damage } from './damages.js';

/** Somebody invited, by somebody of staff, in this state. */
const invitation = (state: string, more = '') => `
  with person as (select min(id) as id from account where role = 'MEMBER' and erased_at is null),
  staff as (select min(id) as id from account where role in ('STAFF', 'ADMIN') and erased_at is null),
  invited as (
    insert into superuser_invitation (account_id, invited_by, message, expires_at, term_months, rule_version, state,
                                      settled_at, settled_by)
    select person.id, staff.id, '', now() + interval '30 days', 12, 1, '${state}',
           case when '${state}' <> 'OPEN' then now() end, case when '${state}' = 'ACCEPTED' then person.id end
      from person, staff returning id, account_id)${more}`;

const term = (ended: string) => `,
  begun as (
    insert into superuser_term (account_id, invitation_id, began_at, ends_at, ended_at, end_reason)
    select account_id, id, now() - interval '1 year', now() + interval '1 day', ${ended} from invited)`;

const NOT_ENDED = `null, null`;
const ENDED = `now() - interval '1 day', 'COMPLETED'`;

/** What may happen to the superuser programme behind its back. */
export const superuserDamages: readonly Damage[] = [
  [
    'somebody has a term without the role',
    `${invitation('ACCEPTED', term(NOT_ENDED))} select from invited`,
    'terms of superusers',
    false,
  ],
  [
    'a superuser stays one after the term',
    `${invitation('ACCEPTED', term(ENDED))} update account set role = 'SUPERUSER' where id = (select id from person)`,
    'superusers without a term',
    false,
  ],
  [
    'an accepted invitation has led to nothing',
    `${invitation('ACCEPTED')} select from invited`,
    'accepted invitations',
    false,
  ],
  [
    'a term came of an invitation that nobody accepted',
    `${invitation('DECLINED', term(ENDED)).replaceAll(`= 'ACCEPTED' then person.id`, `= 'DECLINED' then person.id`)}
     select from invited`,
    'accepted invitations',
    false,
  ],
  [
    'somebody is invited who has a higher role already',
    `${invitation('OPEN')} update account set role = 'MODERATOR' where id = (select id from person)`,
    'open invitations',
    false,
  ],
  [
    'somebody nominated the same person twice',
    `insert into superuser_nomination (nominee_id, nominator_id, reason)
     select min(id), max(id), 'So helpful' from account, generate_series(1, 2) as n group by n`,
    'nominations of superusers',
    false,
  ],
];
