import type { Damage } from './damages.js';

const LEFT = `insert into account (username, username_skeleton, display_name, erased_at)
  values ('gone-away', 'gone-away', 'Gone', now() - interval '2 days') returning id`;

/** What goes wrong with the accounts of people who left. */
export const erasureDamages: Damage[] = [
  [
    'somebody who left has a draft',
    `with gone as (${LEFT}) insert into draft (account_id, kind, body) select id, 'question', 'As I was saying' from gone`,
    'what erased accounts leave',
    true,
  ],
  [
    'nobody has taken the name of somebody who left out of the texts',
    `with gone as (${LEFT})
     insert into erasure (account_id, username, erased_at) select id, 'gone-away', now() - interval '2 days' from gone`,
    'erasures on time',
    false,
  ],
];
