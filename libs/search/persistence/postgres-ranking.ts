import type { Asked, SearchOrder } from '../domain/query.js';
import type { BoostRule } from '../domain/rules.js';
import { Parameters } from './parameters.js';
import { conditionsSql } from './postgres-conditions.js';
import { facetColumns, facetGroupsSql, type FacetGroup } from './postgres-facets.js';

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
/** Of a loose attempt, whose hits come after better ones. */
const LOOSE_TITLE_CANDIDATES = 250;
export const TEXT_CANDIDATES = 250;
/** Normalisation of `ts_rank_cd`: divided by the logarithm of the length (1), brought below one (32). */
const BY_LENGTH_AND_BELOW_ONE = 33;

/** The multiplier of FAQ articles, official, accepted and helpful things. */
export const BOOST = `(1
  + case when d.kind = 'article' then float8 '${RANKING.article}' else 0 end
  + case when d.official then float8 '${RANKING.official}' else 0 end
  + case when d.accepted then float8 '${RANKING.accepted}' else 0 end
  + d.helpfulness * float8 '${RANKING.perHelpfulness}')`;

const SORTED_BY: Record<Exclude<SearchOrder, 'RELEVANCE'>, string> = {
  NEWEST: 'created_at',
  VOTES: 'score',
  ACTIVITY: 'active_at',
};

/** How one language is asked. */
export interface LanguageQuery {
  config: string;
  tsquery: string;
  boosts: readonly BoostRule[];
  /** Raises all that is written in it; 1 changes nothing. */
  weight: number;
}

export interface RankingQuestion {
  languages: readonly LanguageQuery[];
  countedUpTo: number;
  /** How many ids to give, the best first. */
  limit: number;
  /** Whether what is found comes after better hits anyway. */
  isLoose: boolean;
  /** Whether all matching ids are wanted too, in no order, up to `countedUpTo`. */
  withMatching: boolean;
  /** Where the search is to be told what it can be narrowed by: what was found before, to be counted too. */
  countedWith?: readonly string[];
}

/** One row: the ids and ranks of the best, the best first, how many match, their ids, and what is counted of them. */
export interface RankingAnswer {
  ids: string[];
  ranks: number[];
  total: number;
  matching: string[];
  facets: FacetGroup[] | null;
}

export interface Statement {
  sql: string;
  parameters: unknown[];
}

/**
 * Finds and ranks in one statement. Each language is asked in its own branch with constants only, so that the
 * planner knows how common the words are. The branches have no limit of their own: with one, the planner would hope to
 * meet enough matches by reading rows in any order, and unpack thousands of vectors. A materialised part is planned
 * for all its rows, but stops when whoever reads it has enough.
 */
export function rankingSql(asked: Asked, question: RankingQuestion): Statement {
  const { countedUpTo, isLoose } = question;
  const parameters = new Parameters();
  const titleKey = parameters.add(asked.titleKey);
  const where = conditionsSql(asked, parameters);
  const languages = named(question.languages, parameters);
  const boosts = boostFactor(question.languages, parameters);
  const everywhere = (vector: string, columns: string) =>
    languages.map(
      ({ matches }) => `select ${columns} from search_document d where ${matches(vector)} and ${where}`,
    );
  const counted = countedColumns(question);
  const sql = `
    with asked as materialized (${languages.map(({ row }) => row).join(' union all ')}),
    exact as (select d.id from search_document d where d.title_key = ${titleKey} and ${where} limit 100),
    in_title as materialized (${everywhere('title_vector', 'd.id').join(' union all ')}),
    counted_titles as materialized (select id from in_title limit ${countedUpTo}),
    titled as materialized (select id from counted_titles limit ${isLoose ? LOOSE_TITLE_CANDIDATES : TITLE_CANDIDATES}),
    anywhere as materialized (${everywhere('vector', `d.id${counted}`).join(' union all ')}),
    matching as materialized (select * from anywhere limit ${countedUpTo}),
    ${countedSql(question, parameters, 'select id from exact')}
    total as (
      -- what is so common in titles needs not be looked up in all texts
      select case when (select count(*) from counted_titles) >= ${countedUpTo} then ${countedUpTo}
        else greatest((select count(*) from matching), (select count(*) from exact)) end as total
    ),
    candidates as (
      select id from exact
      union select id from titled
      -- unpacking the vectors of whole texts is what a search spends its time on
      union (select id from matching limit greatest(0, ${TEXT_CANDIDATES} - (select count(*) from titled)))
    ),
    ranked as (
      select d.id, d.created_at,
             ${BOOST} * ${boosts} * asked.weight * (
               case when d.title_vector @@ asked.tsquery
                 -- the small vector tells enough, and needs no unpacking
                 then float8 '${RANKING.allInTitle}' + ts_rank_cd(d.title_vector, asked.tsquery, ${BY_LENGTH_AND_BELOW_ONE})
                 else ts_rank_cd('{0.05, 0.2, 0.5, 1}', d.vector, asked.tsquery, ${BY_LENGTH_AND_BELOW_ONE})
               end
               + case when d.title_key = ${titleKey} then float8 '${RANKING.exactTitle}' else 0 end
             ) as rank
      from candidates join search_document d using (id) join asked using (config)
      order by rank desc, d.created_at desc, d.id
      limit ${parameters.add(question.limit)}
    )
    ${answer('rank desc, created_at desc, id', question, '(select total from total)')}`;
  return { sql, parameters: parameters.values };
}

/** Finds by words and conditions, and sorts by something else than relevance. */
export function sortingSql(asked: Asked, question: RankingQuestion): Statement {
  const parameters = new Parameters();
  const where = conditionsSql(asked, parameters);
  const key = SORTED_BY[asked.order === 'RELEVANCE' ? 'NEWEST' : asked.order];
  const columns = `d.id, d.${key} as key, 0::float8 as rank${countedColumns(question)}`;
  const limit = `limit ${question.countedUpTo}`;
  const anywhere =
    asked.terms.length === 0
      ? // The index of the key gives the first ones without reading the rest.
        `select ${columns} from search_document d where ${where} order by d.${key} desc, d.id ${limit}`
      : named(question.languages, parameters)
          .map(
            ({ matches }) =>
              `select ${columns} from search_document d where ${matches('vector')} and ${where}`,
          )
          .join(' union all ');
  const sql = `
    with anywhere as materialized (${anywhere}),
    matching as materialized (select * from anywhere order by key desc, id ${limit}),
    ${countedSql(question, parameters)}
    ranked as (select id, key, rank from matching order by key desc, id limit ${parameters.add(question.limit)})
    ${answer('key desc, id', question, '(select count(*) from matching)')}`;
  return { sql, parameters: parameters.values };
}

/** Read with what matches, and not once more afterwards: that cost more than the search. */
function countedColumns({ countedWith }: RankingQuestion): string {
  return countedWith ? `, ${facetColumns('d')}` : '';
}

/** @param others a query for ids of what is found without matching */
function countedSql({ countedWith }: RankingQuestion, parameters: Parameters, others?: string): string {
  if (!countedWith) return '';
  const ids = [`select unnest(${parameters.add(countedWith)}::text[])`, ...(others ? [others] : [])];
  return `counted as (
      select ${facetColumns('matching')} from matching
      union all
      select ${facetColumns('d')} from search_document d
      where d.id in (${ids.join(' union ')}) and d.id not in (select id from matching)
    ),`;
}

function answer(order: string, { withMatching, countedWith }: RankingQuestion, total: string): string {
  return `
    select coalesce(array_agg(id order by ${order}), '{}') as ids,
           coalesce(array_agg(rank order by ${order}), '{}') as ranks,
           ${total}::integer as total,
           ${withMatching ? 'array(select id from matching)' : `'{}'::text[]`} as matching,
           ${countedWith ? facetGroupsSql('counted') : 'null::json'} as facets
    from ranked`;
}

function named(languages: readonly LanguageQuery[], parameters: Parameters) {
  // Most often all languages are asked the same.
  const texts = new Map<string, string>();
  return languages.map(({ config, tsquery, weight }) => {
    const text = texts.get(tsquery) ?? parameters.add(tsquery);
    texts.set(tsquery, text);
    const name = parameters.add(config);
    const query = `to_tsquery(${name}::text::regconfig, ${text})`;
    return {
      row: `select ${name}::text as config, ${query} as tsquery, float8 '${weight}' as weight`,
      // The first condition is checked once, and does one thing: it keeps the planner from starting parallel workers,
      // which take longer to start than a search to run.
      matches: (vector: string) =>
        `pg_backend_pid() is not null and d.config = ${name} and d.${vector} @@ ${query}`,
    };
  });
}

/** The factor that curators gave to what a document has: of the first rule that fits. */
function boostFactor(languages: readonly LanguageQuery[], parameters: Parameters): string {
  const rules = languages.flatMap(({ config, boosts }) => boosts.map((boost) => ({ config, ...boost })));
  if (rules.length === 0) return '1';
  return `coalesce((
    select b.factor
    from rows from (
      jsonb_to_recordset(${parameters.add(JSON.stringify(rules))}::jsonb) as (config text, field text, value text, factor float8)
    ) with ordinality as b (config, field, value, factor, turn)
    where b.config = d.config and case b.field
      when 'tag' then b.value = any(d.tags) when 'product' then b.value = any(d.products) else b.value = d.kind end
    order by b.turn limit 1), 1)`;
}
