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
const TEXT_CANDIDATES = 250;
/** Normalisation of `ts_rank_cd`: divided by the logarithm of the length (1), brought below one (32). */
const BY_LENGTH_AND_BELOW_ONE = 33;

/** The multiplier of FAQ articles, official, accepted and helpful things. */
export const BOOST = `(1
  + case when d.kind = 'article' then float8 '${RANKING.article}' else 0 end
  + case when d.official then float8 '${RANKING.official}' else 0 end
  + case when d.accepted then float8 '${RANKING.accepted}' else 0 end
  + d.helpfulness * float8 '${RANKING.perHelpfulness}')`;

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
 * planner knows how common the words are. The branches have no limit of their own: with one, the planner would hope to
 * meet enough matches by reading rows in any order, and unpack thousands of vectors. A materialised part is planned
 * for all its rows, but stops when whoever reads it has enough.
 */
export function searchSql(
  query: SearchQuery,
  ask: { tsquery: string; titleKey: string; configs: readonly string[]; countedUpTo: number },
): { sql: string; parameters: unknown[] } {
  const parameters = new Parameters();
  const text = parameters.add(ask.tsquery);
  const titleKey = parameters.add(ask.titleKey);
  const where = conditions(query, parameters);
  const names = ask.configs.map((config) => parameters.add(config));
  const everywhere = (vector: string) =>
    names
      .map(
        (name) =>
          `select d.id from search_document d
           where d.config = ${name} and d.${vector} @@ to_tsquery(${name}::text::regconfig, ${text}) and ${where}`,
      )
      .join(' union all ');
  const first = parameters.add(query.first);
  const sql = `
    with asked as materialized (
      ${names.map((name) => `select ${name}::text as config, to_tsquery(${name}::text::regconfig, ${text}) as tsquery`).join(' union all ')}
    ),
    exact as (select d.id from search_document d where d.title_key = ${titleKey} and ${where} limit 100),
    in_title as materialized (${everywhere('title_vector')}),
    titled as materialized (select id from in_title limit ${TITLE_CANDIDATES}),
    anywhere as materialized (${everywhere('vector')}),
    matching as materialized (select id from anywhere limit ${ask.countedUpTo}),
    candidates as (
      select id from exact
      union select id from titled
      -- unpacking the vectors of whole texts is what a search spends its time on
      union (select id from matching limit greatest(0, ${TEXT_CANDIDATES} - (select count(*) from titled)))
    ),
    ranked as (
      select d.id, d.config, d.title, d.text,
             ${BOOST} * (
               case when d.title_vector @@ asked.tsquery
                 -- the small vector tells enough, and needs no unpacking
                 then float8 '${RANKING.allInTitle}' + ts_rank_cd(d.title_vector, asked.tsquery, ${BY_LENGTH_AND_BELOW_ONE})
                 else ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, asked.tsquery, ${BY_LENGTH_AND_BELOW_ONE})
               end
               + case when d.title_key = ${titleKey} then float8 '${RANKING.exactTitle}' else 0 end
             ) as rank
      from candidates join search_document d using (id) join asked using (config)
      order by rank desc, d.created_at desc, d.id
      limit ${first}
    )
    select ranked.*, greatest((select count(*) from matching), (select count(*) from exact))::integer as total
    from ranked order by rank desc`;
  return { sql, parameters: parameters.values };
}
