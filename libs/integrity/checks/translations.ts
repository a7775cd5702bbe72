import type { SqlCheck } from '../check.js';

const translations = `select count(*) as rows from article where translation_of is not null`;

const originals: SqlCheck = {
  name: 'originals of translations',
  promise: 'A translation is one of an original, and in another language than it.',
  counts: translations,
  finds: `
    select k.id, format('article %s (%s) translates %s (%s)', k.slug, k.locale, o.slug, o.locale) as example
      from article k join article o on o.id = k.translation_of
     where o.translation_of is not null or lower(o.locale) = lower(k.locale)`,
};

const followed: SqlCheck = {
  name: 'what translations follow',
  promise:
    'What readers see of a translation follows the version of the original that its own version names.',
  counts: translations,
  finds: `
    select k.id, format('article %s follows version %s, its version %s says %s', k.slug,
                        coalesce(k.translated_version::text, 'nothing'), k.version,
                        coalesce(v.translated_version::text, 'nothing')) as example
      from article k join article_version v on v.article_id = k.id and v.number = k.version
     where k.translated_version is distinct from v.translated_version`,
  mends: {
    table: 'article',
    // A version that names none takes what the article says: the database does not let that be missing.
    sql: `
      with told as (
        update article k set translated_version = v.translated_version
          from article_version v
         where k.id = any($1) and v.article_id = k.id and v.number = k.version
           and k.translation_of is not null and v.translated_version is not null)
      update article_version v set translated_version = k.translated_version
        from article k
       where k.id = any($1) and v.article_id = k.id and v.number = k.version
         and (v.translated_version is null or k.translation_of is null)`,
  },
};

const shelves: SqlCheck = {
  name: 'categories of articles',
  promise: 'Only originals stand in categories; translations stand where their original stands.',
  counts: `select count(*) as rows from article_category`,
  finds: `
    select k.id, format('the translation %s stands in a category of its own', k.slug) as example
      from article_category c join article k on k.id = c.article_id
     where k.translation_of is not null`,
  mends: {
    table: 'article',
    sql: `
      with moved as (
        delete from article_category c using article k
         where k.id = c.article_id and k.id = any($1) and k.translation_of is not null
        returning k.translation_of, c.category_id, c.created_at)
      insert into article_category (article_id, category_id, created_at)
      select translation_of, category_id, min(created_at) from moved group by 1, 2 on conflict do nothing`,
  },
};

export const translationChecks = [originals, followed, shelves];
