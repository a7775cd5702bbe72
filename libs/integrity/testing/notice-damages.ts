import type { Damage } from './damages.js';

/** What goes wrong with what people are told. */
export const noticeDamages: Damage[] = [
  [
    'a notice takes an answer for a question',
    `insert into notice (account_id, kind, key, subject_kind, subject_id)
     select a.id, 'RATING_REMARK', 'rating-remark:0', 'question', p.id
       from (select min(id) as id from account) a, (select min(id) as id from post where kind = 'answer') p`,
    'subjects of notices',
    true,
  ],
  [
    'somebody who left is still told things',
    `with left_behind as (
       insert into account (username, username_skeleton, display_name, erased_at)
       values ('gone-away', 'gone-away', 'Gone', now()) returning id)
     insert into notice (account_id, kind, key) select id, 'RULES_CHANGED', 'rules:2' from left_behind`,
    'notices of erased accounts',
    true,
  ],
];
