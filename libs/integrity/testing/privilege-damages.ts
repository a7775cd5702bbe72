import type { Damage } from './damages.js';

const SOMEBODY = `(select min(id) from account where privileges @> '{VOTE_DOWN}')`;

/** What goes wrong with what people may do. */
export const privilegeDamages: Damage[] = [
  [
    'somebody lacks what they earned',
    `update account set privileges = array_remove(privileges, 'VOTE_DOWN') where id = ${SOMEBODY}`,
    'privileges',
    true,
  ],
  [
    'an ability opens nothing',
    `insert into ability_score (account_id, ability, good, bad, opened_at)
     select min(id), 'FLAGS', 9, 0, now() from account`,
    'abilities',
    true,
  ],
  [
    'somebody is warned of losing what they never had',
    `insert into privilege_at_risk (account_id, privilege) select min(id), 'PRIORITY_FLAGS' from account`,
    'privileges at risk',
    true,
  ],
  [
    'upvotes are said to have brought more than they did',
    `update reputation_source set points = points + 10 where reason = 'ANSWER_UPVOTED'`,
    'sources of reputation',
    true,
  ],
  [
    'entries are said to stand that were taken back',
    `update reputation_source set standing = standing + 1 where reason = 'ANSWER_UPVOTED'`,
    'sources of reputation',
    true,
  ],
  [
    'somebody has points that came from nowhere',
    `insert into reputation_source (account_id, reason, points, entries) select min(id), 'SANCTIONED', 5, 1 from account`,
    'sources of reputation',
    true,
  ],
];
