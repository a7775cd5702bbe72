import type { Damage } from './damages.js';

const AN_ARTICLE = `(select id from article where status = 'PUBLISHED' and translation_of is null order by id limit 1)`;
const A_PRODUCT = `(select product_id from product_version group by product_id having count(*) > 1 order by 1 limit 1)`;
const version = (order: 'asc' | 'desc') =>
  `(select id from product_version where product_id = ${A_PRODUCT} order by ordinal ${order} limit 1)`;

/** What goes wrong with the truth of articles. */
export const freshnessDamages: Damage[] = [
  [
    'an article is stale for no reason',
    `update article set status = 'STALE' where id = ${AN_ARTICLE}`,
    'stale articles',
    true,
  ],
  [
    'a reason did not make an article stale',
    `insert into article_stale_reason (article_id, kind) values (${AN_ARTICLE}, 'MANUAL')`,
    'stale articles',
    true,
  ],
  [
    'an article ends before it begins',
    `insert into article_applicability (article_id, product_id, from_version_id, to_version_id)
     values (${AN_ARTICLE}, ${A_PRODUCT}, ${version('desc')}, ${version('asc')})
     on conflict (article_id, product_id) do update
        set from_version_id = excluded.from_version_id, to_version_id = excluded.to_version_id`,
    'versions of articles’ products',
    false,
  ],
  [
    'a translation says itself what it applies to',
    `with original as (select ${AN_ARTICLE} as id),
          other as (select k.id from article k, original where k.status = 'PUBLISHED' and k.id <> original.id
                       and k.translation_of is null
                       and not exists (select from article t where t.translation_of = k.id) order by k.id limit 1),
          version as (update article_version set translated_version = 1 where article_id = (select id from other)),
          made as (update article set translation_of = (select id from original), translated_version = 1, locale = 'nl'
                    where id = (select id from other))
     insert into article_applicability (article_id, product_id) select id, ${A_PRODUCT} from other
     on conflict do nothing`,
    'what translations apply to',
    true,
  ],
];
