import type { Damage } from './damages.js';

const A_RATING = `(select min(answer_id) from helper_rating)`;
const SOMEBODY_ELSE = `(select id from account where username = 'first-winter')`;

/** What goes wrong with ratings of helpers. */
export const ratingDamages: Damage[] = [
  [
    'a rating was added twice',
    `update account set helper_rating_sum = helper_rating_sum + 5 where username = 'petra-k'`,
    'ratings of helpers',
    true,
  ],
  [
    'a void rating still counts',
    `update helper_rating set voided_at = now(), voided_by = ${SOMEBODY_ELSE}, void_reason = 'Abusive.'
      where answer_id = ${A_RATING}`,
    'ratings of helpers',
    true,
  ],
  [
    'a rating names somebody else',
    `update helper_rating set helper_id = ${SOMEBODY_ELSE} where answer_id = ${A_RATING}`,
    'who rated whom',
    false,
  ],
  [
    'more is published of a helper than was given',
    `insert into rating_summary (helper_id, count, sum, raters,
                                 solved_said, solved_yes, clear_said, clear_yes, courteous_said, courteous_yes)
     values (${SOMEBODY_ELSE}, 5, 25, 5, 5, 5, 0, 0, 0, 0)
     on conflict (helper_id) do update set count = rating_summary.count + 1`,
    'published ratings',
    true,
  ],
  [
    'a remark is passed on to somebody else',
    `insert into published_rating (answer_id, helper_id, rater_id, stars, remark, rated_at, month, place)
     select answer_id, ${SOMEBODY_ELSE}, rater_id, stars, 'Thanks.', updated_at, '2026-05-01', 'a'
       from helper_rating where answer_id = ${A_RATING}
     on conflict (answer_id) do update set helper_id = excluded.helper_id`,
    'remarks to helpers',
    false,
  ],
];
