import type { SqlCheck } from '../check.js';

const staleForAReason: SqlCheck = {
  name: 'stale articles',
  promise: 'An article that readers see is stale as long as there is a reason; others have none.',
  counts: `select count(*) as rows from article`,
  finds: `
    select k.id, format('article %s is %s with %s reasons', k.slug, k.status, coalesce(r.count, 0)) as example
      from article k
      left join (select article_id, count(*) from article_stale_reason group by article_id) r on r.article_id = k.id
     where (k.status = 'STALE') <> (r.count is not null)`,
  mends: {
    table: 'article',
    sql: `
      with hidden as (
        delete from article_stale_reason r using article k
         where k.id = any($1) and r.article_id = k.id and k.status not in ('PUBLISHED', 'STALE'))
      update article k
         set status = case when exists (select from article_stale_reason r where r.article_id = k.id)
                           then 'STALE' else 'PUBLISHED' end
       where k.id = any($1) and k.status in ('PUBLISHED', 'STALE')`,
  },
};

const rangesRunForward: SqlCheck = {
  name: 'versions of articles’ products',
  promise:
    'What an article applies to begins with a version that is no newer than the one that it ends with.',
  counts: `select count(*) as rows from article_applicability`,
  finds: `
    select a.article_id as id, format('article %s applies to %s %s to %s', a.article_id, p.name, f.name, t.name) as example
      from article_applicability a
      join product p on p.id = a.product_id
      join product_version f on f.id = a.from_version_id
      join product_version t on t.id = a.to_version_id
     where f.ordinal > t.ordinal`,
};

/** Translations apply to what their original applies to. */
const rangesOfOriginals: SqlCheck = {
  name: 'what translations apply to',
  promise: 'What an article applies to is said once, for all its languages.',
  counts: `select count(*) as rows from article_applicability`,
  finds: `
    select k.id, format('the translation %s says itself what it applies to', k.slug) as example
      from article_applicability a join article k on k.id = a.article_id where k.translation_of is not null`,
  mends: {
    table: 'article',
    sql: `
      with moved as (
        delete from article_applicability a using article k
         where k.id = any($1) and k.translation_of is not null and a.article_id = k.id
        returning k.translation_of, a.product_id, a.from_version_id, a.to_version_id, a.checked_version_id)
      insert into article_applicability (article_id, product_id, from_version_id, to_version_id, checked_version_id)
      select distinct on (translation_of, product_id) * from moved order by translation_of, product_id
      on conflict do nothing`,
  },
};

export const freshnessChecks = [staleForAReason, rangesRunForward, rangesOfOriginals];
