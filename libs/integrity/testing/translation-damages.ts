import type { Damage } from './damages.js';

/** Published articles that have nothing to do with translations yet. */
const alone = (turn: number) => `
  (select id from article k
    where status = 'PUBLISHED' and translation_of is null
      and not exists (select from article t where t.translation_of = k.id) order by id offset ${turn} limit 1)`;
const AN_ORIGINAL = alone(0);
const ANOTHER = alone(1);
const A_THIRD = alone(2);

/** Makes an article the translation of another, as the use case does. */
const translate = (id: string, original: string, locale: string) => `
  version_${locale} as (update article_version set translated_version = 1 where article_id = ${id}),
  article_${locale} as (update article set translation_of = ${original}, translated_version = 1, locale = '${locale}'
                         where id = ${id})`;

/** What goes wrong with languages and categories. */
export const translationDamages: Damage[] = [
  [
    'a translation was translated as if it were an original',
    `with ${translate(ANOTHER, AN_ORIGINAL, 'fr')}, ${translate(A_THIRD, ANOTHER, 'es')} select 1`,
    'originals of translations',
    false,
  ],
  [
    'a version forgot what it translates',
    `update article set translation_of = ${AN_ORIGINAL}, translated_version = 1, locale = 'fr' where id = ${ANOTHER}`,
    'what translations follow',
    true,
  ],
  [
    'a translation stands on a shelf of its own',
    `with shelf as (insert into category (slug, name) values ('shelf', 'A shelf') returning id),
          put as (insert into article_category (article_id, category_id) select ${ANOTHER}, id from shelf),
          ${translate(ANOTHER, AN_ORIGINAL, 'fr')} select 1`,
    'categories of articles',
    true,
  ],
];
