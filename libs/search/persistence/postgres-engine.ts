import type { Database } from '#libs/platform';
import { COUNTED_UP_TO } from '../domain/engine.js';
import type { Draft, EngineHit, EngineResult, EngineStatus, SearchEngine } from '../domain/engine.js';
import { noFacets, type FacetCounts } from '../domain/facets.js';
import type { KnownWords } from '../domain/known-words.js';
import { PREFERENCE } from '../domain/language.js';
import { apart, asksForNothing, endsInBeginning, type Asked } from '../domain/query.js';
import type { RuleBook } from '../domain/rules.js';
import { HitPresenter, type FoundRow, type MarkedWords } from './hit-presenter.js';
import { Lexicon } from './lexicon.js';
import { Parameters } from './parameters.js';
import { conditionsSql } from './postgres-conditions.js';
import { facetsOf } from './postgres-facets.js';
import {
  rankingSql,
  sortingSql,
  TEXT_CANDIDATES,
  type LanguageQuery,
  type RankingAnswer,
  type RankingQuestion,
} from './postgres-ranking.js';
import { suggestInPostgres } from './postgres-suggestions.js';
import { Stems } from './stems.js';
import {
  attemptAt,
  beginningsOf,
  possibleStopWords,
  stepsOf,
  type AskedLanguage,
  type Attempt,
  type Step,
} from './tsquery.js';
import { usedLanguages, type UsedLanguage } from './languages.js';

/** From this step on words are taken for misspelled though others use them. */
const FIRST_WITH_TYPOS = 1;
/** With so many results nobody needs looser ones, however few words were asked for. */
const ENOUGH_OF_ANYTHING = 6;
const NO_WORDS: Step = { terms: [], withTypos: false };

interface Listed {
  id: string;
  score: number;
  marked: MarkedWords;
}

interface List {
  hits: Listed[];
  total: number;
  facets: FacetCounts | undefined;
  known: KnownWords | undefined;
}

/** One attempt of several: what is asked, and what its answer is worth. */
interface Trial {
  attempt: Attempt;
  known: KnownWords;
  questions: LanguageQuery[];
  /** The score of a hit of this rank. */
  share: (rank: number) => number;
  isLast: boolean;
  isEnough: (answer: RankingAnswer) => boolean;
}

/** Searches in PostgreSQL alone: the engine of every site that has no Meilisearch, and the fallback of the others. */
export class PostgresEngine implements SearchEngine {
  readonly name = 'POSTGRES';
  private readonly lexicon: Lexicon;
  private readonly stems: Stems;
  private readonly presenter: HitPresenter;

  constructor(private readonly database: Database) {
    this.lexicon = new Lexicon(database, 'search_lexicon');
    this.stems = new Stems(database);
    this.presenter = new HitPresenter(this.stems);
  }

  async search(asked: Asked, rules: RuleBook): Promise<EngineResult> {
    if (asksForNothing(asked)) return this.nothing(asked);
    const { hits, total, facets, known } = await this.list(asked, rules);
    const last = asked.offset + asked.first;
    return {
      hits: await this.present(hits.slice(asked.offset, last)),
      estimatedTotal: Math.min(Math.max(total, Math.min(hits.length, last)), COUNTED_UP_TO),
      hasMore: hits.length > last,
      ...(facets && { facets }),
      ...(known && { known }),
    };
  }

  async suggest(drafts: readonly Draft[], rules: RuleBook): Promise<EngineHit[][]> {
    const { database, lexicon, presenter } = this;
    const languages = await usedLanguages(database);
    return suggestInPostgres(drafts, { database, lexicon, presenter, languages, rules });
  }

  async status(): Promise<EngineStatus> {
    const row = await this.database.one<{ documents: number }>(
      'select count(*) as documents from search_document',
    );
    return { engine: this.name, documents: row?.documents ?? 0, ready: true };
  }

  /** Shows these things, in this order, those of them that fulfil the conditions of the search. */
  async show(ids: readonly string[], asked: Asked): Promise<EngineHit[]> {
    if (ids.length === 0 || asked.conditions === undefined) return [];
    const parameters = new Parameters();
    const rows = await this.database.query<{ id: string }>(
      `select d.id from search_document d
       where d.id = any(${parameters.add(ids)}) and ${conditionsSql(asked, parameters)}`,
      parameters.values,
    );
    const fitting = new Set(rows.map(({ id }) => id));
    const words = asked.terms.flatMap((term) => term.words);
    const marked = { words, beginnings: beginningsOf(asked.terms) };
    return this.present(ids.filter((id) => fitting.has(id)).map((id) => ({ id, score: 1, marked })));
  }

  private async nothing({ withFacets }: Asked): Promise<EngineResult> {
    return { hits: [], estimatedTotal: 0, hasMore: false, ...(withFacets && { facets: noFacets() }) };
  }

  /** Goes from strict steps to loose ones until there is enough; what was found by a stricter one stays before. */
  private async list(asked: Asked, rules: RuleBook): Promise<List> {
    const list: List = {
      hits: [],
      total: 0,
      facets: asked.withFacets ? noFacets() : undefined,
      known: undefined,
    };
    const found = new Set<string>();
    const last = asked.offset + asked.first;
    for await (const { attempt, known, questions, share, isLast, isEnough } of this.attempts(asked, rules)) {
      const answer = await this.ask(asked, {
        languages: questions,
        countedUpTo: COUNTED_UP_TO,
        // One more than is shown, to know whether there are others; and all of what is not enough, to be counted on.
        limit: Math.max(last + 1, ENOUGH_OF_ANYTHING) + found.size,
        isLoose: found.size > 0,
        withMatching: last >= TEXT_CANDIDATES,
        ...(asked.withFacets && { countedWith: [...found] }),
      });
      list.known = known;
      list.total = Math.max(list.total, answer.total);
      if (answer.facets) list.facets = facetsOf(answer.facets);
      for (const [turn, id] of answer.ids.entries()) {
        if (found.has(id)) continue;
        found.add(id);
        list.hits.push({ id, score: share(answer.ranks[turn] ?? 0), marked: attempt });
      }
      if (!isLast && !isEnough(answer)) continue;
      // Beyond what is worth ranking; sorted, so that pages agree.
      if (list.hits.length <= last) {
        const rest = answer.matching.filter((id) => !found.has(id)).sort();
        list.hits.push(...rest.map((id) => ({ id, score: share(0), marked: attempt })));
      }
      break;
    }
    return list;
  }

  private async *attempts(asked: Asked, rules: RuleBook): AsyncGenerator<Trial> {
    const terms = asked.terms.flatMap(apart);
    const single = terms.filter((term) => !term.phrase).flatMap((term) => term.words);
    const [languages, known] = await Promise.all([
      usedLanguages(this.database),
      this.lexicon.lookUp(single, endsInBeginning(terms)),
    ]);
    if (languages.length === 0) return;
    const steps = asked.terms.length === 0 ? [NO_WORDS] : stepsOf(asked, known);
    const asking = await this.passingOver(languages, possibleStopWords(asked.terms, known));
    let before: readonly string[] = [];
    for (const [position, step] of steps.entries()) {
      if (position === FIRST_WITH_TYPOS) await this.lexicon.correctRare(known);
      const attempt = attemptAt(step, asked, known, asking, rules);
      const isLast = position === steps.length - 1;
      if (!isLast && isSame(attempt.tsqueries, before)) continue;
      before = attempt.tsqueries;
      yield {
        attempt,
        known,
        questions: languages.map(({ language, config }, turn) => ({
          config,
          tsquery: attempt.tsqueries[turn] ?? '',
          boosts: rules.of(language).boosts,
          weight: language === asked.preferred ? PREFERENCE : 1,
        })),
        share: (rank) => shareOf(steps.length, position, rank),
        isLast,
        isEnough: ({ total }) => total >= (asked.order === 'RELEVANCE' ? enoughFor(step) : 1),
      };
    }
  }

  /** Which of these words each language passes over. */
  private passingOver(
    languages: readonly UsedLanguage[],
    words: readonly string[],
  ): Promise<AskedLanguage[]> {
    return Promise.all(
      languages.map(async ({ language, config }) => {
        const stems = words.length === 0 ? new Map() : await this.stems.of(config, words);
        return { language, stopWords: new Set(words.filter((word) => !stems.has(word))) };
      }),
    );
  }

  private async ask(asked: Asked, question: RankingQuestion): Promise<RankingAnswer> {
    const isRanked = asked.order === 'RELEVANCE' && asked.terms.length > 0;
    const { sql, parameters } = (isRanked ? rankingSql : sortingSql)(asked, question);
    const row = await this.database.one<RankingAnswer>(sql, parameters);
    return row ?? { ids: [], ranks: [], total: 0, matching: [], facets: null };
  }

  private async present(listed: readonly Listed[]): Promise<EngineHit[]> {
    if (listed.length === 0) return [];
    const rows = await this.database.query<FoundRow>(
      'select id, config, title, text from search_document where id = any($1)',
      [listed.map(({ id }) => id)],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const hits: EngineHit[] = [];
    // Hits of one attempt have the same words marked, and stand together.
    for (const [marked, group] of Map.groupBy(listed, (one) => one.marked)) {
      const present = group.flatMap((one) => {
        const row = byId.get(one.id);
        return row ? [{ row, score: one.score }] : [];
      });
      hits.push(
        ...(await this.presenter.present(
          present.map(({ row }) => row),
          marked,
          present.map(({ score }) => score),
        )),
      );
    }
    return hits;
  }
}

/** Attempt after attempt takes its share of the way from 1 to 0, so that looser matches never score above stricter. */
function shareOf(attempts: number, position: number, rank: number): number {
  return 1 - (position + 1 / (1 + rank)) / attempts;
}

/**
 * With so many results looser ones are not looked for: the more words they have in common with the question, the fewer of
 * them it takes. The same for every page length, so that pages agree.
 */
function enoughFor({ terms }: Step): number {
  const words = terms.flatMap((term) => term.words).length;
  return words >= 5 ? 1 : words >= 3 ? 3 : ENOUGH_OF_ANYTHING;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, position) => one === others[position]);
}
