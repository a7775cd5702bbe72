import type { Damage } from './damages.js';

const AN_UPVOTE = `(select min(id) from reputation_entry where is_capped)`;

/** What goes wrong with the rules that entries name, and with the sums beside them. */
export const ledgerRuleDamages: Damage[] = [
  [
    'an entry names rules that never were',
    `update reputation_entry set rule_version = 99 where id = ${AN_UPVOTE}`,
    'rules of entries',
    false,
  ],
  [
    'a rule gave more than it says',
    `update reputation_entry set points = 99, delta = 99 where id = (
       select min(id) from reputation_entry where reason = 'ANSWER_ACCEPTED')`,
    'rules of entries',
    false,
  ],
  [
    'points were given by no rule',
    `update reputation_entry set rule = null where id = (
       select min(id) from reputation_entry where reason = 'ANSWER_ACCEPTED')`,
    'rules of entries',
    false,
  ],
  [
    'a day changed its cap half-way',
    `update reputation_entry set day_cap = 300 where id = (
       select max(id) from reputation_entry
        where (account_id, earned_on) = (select account_id, earned_on from reputation_entry where is_capped
                                          group by 1, 2 having count(*) > 1 and sum(points) < 200 limit 1)
          and is_capped)`,
    'caps of days',
    false,
  ],
  [
    'a day was counted twice',
    `update reputation_day set gained = gained + 10 where account_id = (select min(account_id) from reputation_day)`,
    'reputation by day',
    true,
  ],
  [
    'a day was forgotten',
    `delete from reputation_day where account_id = (select min(account_id) from reputation_day)`,
    'reputation by day',
    true,
  ],
  [
    'a post is said to have brought something that it did not',
    `insert into reputation_post (account_id, post_id, gained, lost, entries, last_entry_id)
     select min(account_id), null, 5, 0, 1, 1 from reputation_post`,
    'reputation by post',
    true,
  ],
];
