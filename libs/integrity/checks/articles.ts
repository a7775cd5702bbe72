import type { SqlCheck } from '../check.js';

const articles = `select count(*) as rows from article`;

const feedback: SqlCheck = {
  name: 'feedback on articles',
  promise: 'An article counts those whom it helped and those whom it did not.',
  counts: articles,
  finds: `
    select k.id, format('article %s counts %s and %s, there are %s and %s', k.slug, k.helpful_count,
                        k.not_helpful_count, coalesce(f.helpful, 0), coalesce(f.not_helpful, 0)) as example
      from article k
      left join (select article_id, count(*) filter (where helpful) as helpful,
                        count(*) filter (where not helpful) as not_helpful
                   from article_feedback group by article_id) f on f.article_id = k.id
     where k.helpful_count <> coalesce(f.helpful, 0) or k.not_helpful_count <> coalesce(f.not_helpful, 0)`,
  mends: {
    table: 'article',
    sql: `
      update article k set helpful_count = f.helpful, not_helpful_count = f.not_helpful
        from (select wanted.id, count(*) filter (where helpful) as helpful,
                     count(*) filter (where not helpful) as not_helpful
                from unnest($1::bigint[]) as wanted (id) left join article_feedback on article_id = wanted.id
               group by wanted.id) f
       where k.id = f.id`,
  },
};

const versions: SqlCheck = {
  name: 'versions of articles',
  promise: 'Every version of an article is kept, and the article knows the number of the newest one.',
  counts: articles,
  finds: `
    select k.id, format('article %s is at version %s; kept are %s, the newest is %s', k.slug, k.latest_version,
                        coalesce(v.count, 0), coalesce(v.newest, 0)) as example
      from article k
      left join (select article_id, count(*), max(number) as newest from article_version group by article_id) v
        on v.article_id = k.id
     where k.latest_version is distinct from v.newest or v.count <> v.newest`,
  mends: {
    table: 'article',
    sql: `
      update article k set latest_version = v.newest
        from (select article_id, max(number) as newest from article_version where article_id = any($1) group by article_id) v
       where k.id = v.article_id and k.latest_version <> v.newest and k.version <= v.newest`,
  },
};

const shownCopy: SqlCheck = {
  name: 'text of articles',
  promise: 'What readers see of an article is what the version says that it names.',
  counts: articles,
  finds: `
    select k.id, format('article %s differs from its version %s', k.slug, k.version) as example
      from article k join article_version v on v.article_id = k.id and v.number = k.version
     where (k.title, k.body, k.body_html, k.excerpt, k.tags)
           is distinct from (v.title, v.body, v.body_html, v.excerpt, v.tags)`,
  mends: {
    table: 'article',
    sql: `
      update article k
         set title = v.title, body = v.body, body_html = v.body_html, excerpt = v.excerpt, tags = v.tags
        from article_version v
       where k.id = any($1) and v.article_id = k.id and v.number = k.version`,
  },
};

const liveSources: SqlCheck = {
  name: 'sources of articles',
  promise: 'An answer is in at most one article that is not archived, and knows whether it is.',
  counts: `select count(*) as rows from article_source`,
  finds: `
    select k.id, format('article %s is %s, its answer %s says %s', k.slug, k.status, s.answer_id,
                        case when s.is_live then 'live' else 'not live' end) as example
      from article_source s join article k on k.id = s.article_id
     where s.is_live <> (k.status <> 'ARCHIVED')`,
  mends: {
    table: 'article',
    // Only where it makes no second live article of one answer: between those a curator has to decide.
    sql: `
      update article_source s set is_live = k.status <> 'ARCHIVED'
        from article k
       where k.id = s.article_id and k.id = any($1) and s.is_live <> (k.status <> 'ARCHIVED')
         and (k.status = 'ARCHIVED' or not exists (
               select from article_source o where o.answer_id = s.answer_id and o.is_live))`,
  },
};

const origins: SqlCheck = {
  name: 'answers behind articles',
  promise: 'An article that was made of answers keeps one of them; only what a curator wrote does without.',
  counts: `select count(*) as rows from article where made_of_answers`,
  finds: `
    select k.id, format('article %s was made of answers, and none is known', k.slug) as example
      from article k
     where k.made_of_answers and not exists (select from article_source s where s.article_id = k.id)`,
};

const candidates: SqlCheck = {
  name: 'promotion candidates',
  promise: 'The list of answers that could become articles holds those, in the order of their worth.',
  counts: `select count(*) as rows from promotion_candidate_due`,
  finds: `
    select answer_id as id, format('answer %s is listed at %s, due at %s', answer_id,
                                   coalesce(listed.priority::text, 'no place'), coalesce(due.priority::text, 'no place'))
             as example
      from promotion_candidate listed full join promotion_candidate_due due using (answer_id)
     where listed.priority is distinct from due.priority`,
  mends: { table: 'post', sql: `select refresh_promotion_candidates($1::bigint[])` },
};

const addresses: SqlCheck = {
  name: 'addresses of articles',
  promise: 'Every address that leads to an article is kept for it, also the one it has now.',
  counts: articles,
  finds: `
    select k.id, format('article %s is not kept under its address', k.slug) as example
      from article k where not exists (select from article_slug s where s.slug = k.slug and s.article_id = k.id)`,
  mends: {
    table: 'article',
    sql: `
      insert into article_slug (slug, article_id) select slug, id from article where id = any($1)
      on conflict (slug) do nothing`,
  },
};

const reviews: SqlCheck = {
  name: 'reviews of articles',
  promise: 'What was reviewed is a version that there is.',
  counts: `select count(*) as rows from article_review`,
  finds: `
    select r.article_id as id, format('version %s of article %s was reviewed, and is not there', r.version, r.article_id)
             as example
      from article_review r
     where not exists (select from article_version v where (v.article_id, v.number) = (r.article_id, r.version))`,
};

const schedules: SqlCheck = {
  name: 'scheduled articles',
  promise: 'What is to be published has something that readers do not see yet, and is not archived.',
  counts: `select count(*) as rows from article_schedule`,
  finds: `
    select k.id, format('article %s is to be published, and is %s at version %s of %s', k.slug, k.status, k.version,
                        k.latest_version) as example
      from article_schedule s join article k on k.id = s.article_id
     where k.status = 'ARCHIVED' or (k.status = 'PUBLISHED' and k.version = k.latest_version)`,
  mends: {
    table: 'article',
    sql: `
      delete from article_schedule s using article k
       where k.id = s.article_id and k.id = any($1)
         and (k.status = 'ARCHIVED' or (k.status = 'PUBLISHED' and k.version = k.latest_version))`,
  },
};

export const articleChecks = [
  feedback,
  versions,
  shownCopy,
  liveSources,
  origins,
  candidates,
  addresses,
  reviews,
  schedules,
];
