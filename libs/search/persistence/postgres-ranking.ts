import type { SearchQuery } from '../domain/query.js';

/** What is added to or multiplied with the text rank; all of it only orders things of like relevance, but the first. */
export const RANKING = {
  exactTitle: 10,
  allInTitle: 0.5,
  article: 0.3,
  official: 0.12,
  accepted: 0.06,
  perHelpfulness: 0.02,
} as const;

/** Title matches are looked at first, for they are the better ones; ranking everything would take seconds. */
const TITLE_CANDIDATES = 1_000;
const TEXT_CANDIDATES = 500;

/** The multiplier of FAQ articles, official, accepted and helpful things. */
export const BOOST = `(1
  + case when d.kind = 'article' then ${RANKING.article} else 0 end
  + case when d.official then ${RANKING.official} else 0 end
  + case when d.accepted then ${RANKING.accepted} else 0 end
  + d.helpfulness * ${RANKING.perHelpfulness})`;

/** The parameters of one search, numbered as they are added. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The conditions of a query on `search_document d`, ready to be appended with `and`. */
export function conditions(query: SearchQuery, parameters: Parameters): string {
  const all: string[] = [`d.audience = 'public'`];
  if (query.kind) all.push(`d.kind = ${parameters.add(query.kind)}`);
  if (query.tags?.length) all.push(`d.tags @> ${parameters.add(query.tags)}::text[]`);
  if (query.accepted !== undefined) all.push(`d.accepted = ${parameters.add(query.accepted)}`);
  if (query.locale !== undefined) {
    const locale = parameters.add(query.locale);
    all.push(`(lower(d.locale) = lower(${locale}) or starts_with(lower(d.locale), lower(${locale}) || '-'))`);
  }
  return all.join(' and ');
}

/**
 * Finds and ranks in one statement. Each language is asked in its own branch with constants only, so that the
 * planner knows how common the words are and goes through the GIN index.
 */
export function searchSql(
  query: SearchQuery,
  ask: { tsquery: string; titleKey: string; configs: readonly string[]; countedUpTo: number },
): { sql: string; parameters: unknown[] } {
  const parameters = new Parameters();
  const text = parameters.add(ask.tsquery);
  const titleKey = parameters.add(ask.titleKey);
  const where = conditions(query, parameters);
  const branch = (vector: string, limit: number) =>
    ask.configs
      .map((config) => {
        const name = parameters.add(config);
        return `(select d.id from search_document d
                 where d.config = ${name} and d.${vector} @@ to_tsquery(${name}::regconfig, ${text}) and ${where}
                 limit ${limit})`;
      })
      .join(' union all ');
  const languages = parameters.add(ask.configs);
  const first = parameters.add(query.first);
  const sql = `
    with asked as materialized (
      select config, to_tsquery(config::regconfig, ${text}) as tsquery from unnest(${languages}::text[]) as config
    ),
    exact as (select d.id from search_document d where d.title_key = ${titleKey} and ${where} limit 100),
    titled as (${branch('title_vector', TITLE_CANDIDATES)}),
    matching as materialized (${branch('vector', ask.countedUpTo)}),
    candidates as (
      select id from exact union select id from titled union (select id from matching limit ${TEXT_CANDIDATES})
    ),
    ranked as (
      select d.id, d.config, d.title, d.text,
             ${BOOST} * (
               ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, asked.tsquery, 1 | 32)
               + case when d.title_vector @@ asked.tsquery then ${RANKING.allInTitle} else 0 end
               + case when d.title_key = ${titleKey} then ${RANKING.exactTitle} else 0 end
             ) as rank
      from candidates join search_document d using (id) join asked using (config)
      order by rank desc, d.created_at desc, d.id
      limit ${first}
    )
    select ranked.*, greatest((select count(*) from matching), (select count(*) from exact))::integer as total
    from ranked order by rank desc`;
  return { sql, parameters: parameters.values };
}
