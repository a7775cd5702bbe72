import type { Database } from '#libs/platform';
import { COUNTED_UP_TO } from '../domain/engine.js';
import type { Draft, EngineHit, EngineResult, EngineStatus, SearchEngine } from '../domain/engine.js';
import { parseQuery, type ParsedQuery, type SearchQuery } from '../domain/query.js';
import { HitPresenter, type FoundRow } from './hit-presenter.js';
import { Lexicon } from './lexicon.js';
import { searchSql } from './postgres-ranking.js';
import { suggestInPostgres } from './postgres-suggestions.js';
import { Stems } from './stems.js';
import { attemptsAt, type Attempt } from './tsquery.js';

/** With at least this many results nobody needs looser ones. The same for every page length, so that pages agree. */
const ENOUGH = 10;

type RankedRow = FoundRow & { rank: number; total: number };

/** Searches in PostgreSQL alone: the engine of every site that has no Meilisearch, and the fallback of the others. */
export class PostgresEngine implements SearchEngine {
  readonly name = 'POSTGRES';
  private readonly lexicon: Lexicon;
  private readonly presenter: HitPresenter;

  constructor(private readonly database: Database) {
    this.lexicon = new Lexicon(database, 'search_lexicon');
    this.presenter = new HitPresenter(new Stems(database));
  }

  async search(query: SearchQuery): Promise<EngineResult> {
    const parsed = parseQuery(query.text);
    if (parsed.terms.length === 0) return { hits: [], estimatedTotal: 0 };
    const [attempts, configs] = await Promise.all([this.attempts(parsed), this.configs()]);
    const hits: EngineHit[] = [];
    const found = new Set<string>();
    let estimatedTotal = 0;
    for (const [position, attempt] of attempts.entries()) {
      const rows = await this.run(query, parsed, attempt, configs);
      estimatedTotal = Math.max(estimatedTotal, rows[0]?.total ?? 0);
      const fresh = rows.filter(({ id }) => !found.has(id)).slice(0, query.first - hits.length);
      for (const { id } of fresh) found.add(id);
      const scores = fresh.map(({ rank }) => shareOf(attempts.length, position, rank));
      hits.push(...(await this.presenter.present(fresh, attempt, scores)));
      if (estimatedTotal >= ENOUGH) break;
    }
    return { hits, estimatedTotal: Math.min(estimatedTotal, COUNTED_UP_TO) };
  }

  suggest(draft: Draft): Promise<EngineHit[]> {
    return suggestInPostgres(draft, {
      database: this.database,
      lexicon: this.lexicon,
      presenter: this.presenter,
      configs: () => this.configs(),
    });
  }

  async status(): Promise<EngineStatus> {
    const row = await this.database.one<{ documents: number }>(
      'select count(*) as documents from search_document',
    );
    return { engine: this.name, documents: row?.documents ?? 0, ready: true };
  }

  private async attempts(parsed: ParsedQuery): Promise<Attempt[]> {
    const single = parsed.terms.filter((term) => !term.phrase).flatMap((term) => term.words);
    const known = await this.lexicon.lookUp(single, parsed.terms.at(-1)?.prefix ?? false);
    return attemptsAt(parsed, known);
  }

  /** The text search configurations of the languages that occur. */
  private async configs(): Promise<string[]> {
    const rows = await this.database.query<{ config: string }>(
      'select config from search_language where used order by config',
    );
    return rows.map(({ config }) => config);
  }

  private async run(
    query: SearchQuery,
    { titleKey }: ParsedQuery,
    { tsquery }: Attempt,
    configs: readonly string[],
  ): Promise<RankedRow[]> {
    if (configs.length === 0) return [];
    const { sql, parameters } = searchSql(query, { tsquery, titleKey, configs, countedUpTo: COUNTED_UP_TO });
    return this.database.query<RankedRow>(sql, parameters);
  }
}

/** Attempt after attempt takes its share of the way from 1 to 0, so that looser matches never score above stricter. */
function shareOf(attempts: number, position: number, rank: number): number {
  return 1 - (position + 1 / (1 + rank)) / attempts;
}
