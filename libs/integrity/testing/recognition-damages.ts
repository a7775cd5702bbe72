import type { Damage } from './damages.js';

const A_POST = `(select min(id) from post where kind = 'answer' and author_id is not null)`;
const THE_AUTHOR = `(select author_id from post where id = ${A_POST})`;
const SOMEBODY_ELSE = `(select min(id) from account where id <> ${THE_AUTHOR})`;

/** A badge that its author was given for a post. */
const aBadge = (holder: string) => `
  with badge as (
    insert into badge_definition (key, tier, names, descriptions, measure, threshold, is_repeatable, is_own)
    values ('damaged', 'GOLD', '{"en": "Damaged"}', '{"en": "For a test."}', 'ANSWER_SCORE', 1, true, true)
    returning id)
  insert into badge_holding (badge_id, account_id, post_id, awarded_at)
  select id, ${holder}, ${A_POST}, now() from badge`;

/** What goes wrong with badges, ranks and expertise. */
export const recognitionDamages: Damage[] = [
  [
    'a badge counts an award too many',
    `insert into badge_definition (key, tier, names, descriptions, measure, threshold, is_own, award_count)
     values ('overcounted', 'GOLD', '{"en": "Overcounted"}', '{"en": "For a test."}', 'COMMENTS', 1, true, 3)`,
    'awards of badges',
    true,
  ],
  ['somebody has a badge for what another wrote', aBadge(SOMEBODY_ELSE), 'holders of badges', true],
  [
    'somebody who left long ago has a badge',
    `with left_behind as (
       insert into account (username, username_skeleton, display_name, erased_at)
       values ('left-behind', 'left-behind', 'Gone', now() - interval '2 days') returning id),
     badge as (
       insert into badge_definition (key, tier, names, descriptions, measure, threshold, is_own)
       values ('of-the-gone', 'GOLD', '{"en": "Of the gone"}', '{"en": "For a test."}', 'COMMENTS', 1, true)
       returning id)
     insert into badge_holding (badge_id, account_id, awarded_at)
     select badge.id, left_behind.id, now() from badge, left_behind`,
    'holders of badges',
    true,
  ],
  [
    'somebody stands higher than they came',
    `with climber as (
       insert into account (username, username_skeleton, display_name, reputation, rank)
       values ('climber', 'climber', 'Climber', 10, 3) returning id)
     insert into standing (account_id, solutions, articles, updated_at)
     select id, 0, 0, now() - interval '2 days' from climber`,
    'ranks',
    true,
  ],
  [
    'two share a place among the helpers',
    `insert into expertise (account_id, tag_id, period, score, solutions, place)
     select id, (select min(id) from tag), 'YEAR', 1, 1, 77 from account order by id limit 2`,
    'places of helpers',
    false,
  ],
];
