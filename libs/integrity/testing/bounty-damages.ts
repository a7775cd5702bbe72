import type { Damage } from './damages.js';

const AN_ANSWER = `
  select a.id, a.question_id, a.author_id, q.author_id as asker_id
    from post a join post q on q.id = a.question_id
   where a.deleted_at is null and q.deleted_at is null and a.author_id <> q.author_id order by a.id limit 1`;

/** One whose points were taken as they should be, open unless more is said. */
const aBounty = (more = '') => `
  with answer as (${AN_ANSWER}),
  bounty_made as (
    insert into bounty (question_id, offered_by, amount, ends_at, decides_at, least_score, rule_version
                        ${more && ', state, settled_at, awarded_answer_id, awarded_to, award_rule'})
    select question_id, asker_id, 50, now() + interval '7 days', now() + interval '8 days', 2, 1 ${more}
      from answer returning *),
  taken as (
    insert into reputation_entry (account_id, delta, points, reason, post_id, cause, earned_on)
    select offered_by, -amount, -amount, 'BOUNTY_OFFERED', question_id, 'bounty:' || id, current_date
      from bounty_made),
  counted as (
    update account set reputation = reputation - 50 where id = (select offered_by from bounty_made))`;

/** What goes wrong with bounties. */
export const bountyDamages: Damage[] = [
  [
    'a bounty was made of nothing',
    `insert into bounty (question_id, offered_by, amount, ends_at, decides_at, least_score, rule_version)
     select question_id, asker_id, 50, now() + interval '7 days', now() + interval '8 days', 2, 1
       from (${AN_ANSWER}) answer`,
    'escrow of bounties',
    false,
  ],
  [
    'a bounty is gone, and its points with it',
    `insert into reputation_entry (account_id, delta, points, reason, post_id, cause, earned_on)
     select author_id, -50, -50, 'BOUNTY_OFFERED', question_id, 'bounty:999999', current_date
       from (${AN_ANSWER}) answer`,
    'escrow of bounties',
    false,
  ],
  [
    'somebody else has what was won',
    `${aBounty(`, 'AWARDED', now(), id, author_id, 'BY_OFFERER'`)}
     insert into reputation_entry (account_id, delta, points, reason, post_id, cause, earned_on)
     select (select min(id) from account where id not in (offered_by, awarded_to)), amount, amount, 'BOUNTY_WON',
            awarded_answer_id, 'bounty:' || id, current_date from bounty_made`,
    'bounties in the ledger',
    false,
  ],
  [
    'a bounty stayed open at a question that is deleted',
    `${aBounty()}
     update post set deleted_at = now() where id = (select question_id from answer)`,
    'places of bounties',
    false,
  ],
];
