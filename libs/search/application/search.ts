import { UserInputError } from '#libs/kernel';
import type { Logger } from '#libs/platform';
import type { Condition } from '../domain/conditions.js';
import { COUNTED_UP_TO, EngineRefusesKey, EngineUnavailable } from '../domain/engine.js';
import type { Draft, EngineHit, EngineResult, SearchEngine, SearchEngineName } from '../domain/engine.js';
import { languageOf } from '../domain/language.js';
import { asksForNothing, readQuery, type Asked, type SearchQuery } from '../domain/query.js';
import type { RuleBook } from '../domain/rules.js';
import type { KnownNames } from '../persistence/known-names.js';
import type { PostgresEngine } from '../persistence/postgres-engine.js';
import type { Readable } from '../persistence/readable.js';
import type { RuleStore } from '../persistence/rule-store.js';
import type { DidYouMean, Spelling } from '../persistence/spelling.js';
import { BackOff } from './back-off.js';

export interface SearchOutcome extends EngineResult {
  engine: SearchEngineName;
  /** The engine that should have answered is down, and PostgreSQL answered in its place. */
  fellBack: boolean;
  tookMs: number;
  didYouMean?: DidYouMean | undefined;
  /** What the search box was understood as. */
  asked: Asked;
  /** What narrows it, with names as documents have them. */
  conditions: readonly Condition[];
  /** How many hits to pass over to go on from here. */
  nextOffset: number;
}

interface Answered<Answer> {
  answer: Answer;
  engine: SearchEngineName;
  fellBack: boolean;
}

export interface SearchParts {
  /** Always there and always true: the engine of sites without Meilisearch, and the fallback of the others. */
  postgres: PostgresEngine;
  /** Undefined where the operator has none. */
  meilisearch?: { engine: SearchEngine; isReady: () => Promise<boolean> };
  readable: Readable;
  names: KnownNames;
  rules: RuleStore;
  spelling: Spelling;
  logger: Logger;
}

const MOST_HITS = 100;
/** As deep as anybody may go; nobody does. */
const DEEPEST = 1_000;
const LONGEST_TITLE = 300;
const READY_KNOWN_FOR_MS = 2_000;
/** With so many hits of a single word nobody needs another spelling; of several, one may have been given up for them. */
const ENOUGH = 10;

/** Finds things for people: by the best engine that answers, and never what they may not read. */
export class Search {
  private readonly breaker = new BackOff();
  private ready = { value: false, until: 0 };

  constructor(private readonly parts: SearchParts) {}

  /**
   * @throws UserInputError on `query` when it is longer than 1,000 characters, on `first` unless 1 to 100, on
   * `after` beyond the thousandth hit
   */
  async search(query: SearchQuery): Promise<SearchOutcome> {
    requireCount(query.first, MOST_HITS);
    if ((query.offset ?? 0) > DEEPEST) {
      throw UserInputError.field(
        'after',
        `Nobody needs more than ${DEEPEST} results: please search for more words.`,
      );
    }
    const started = performance.now();
    const asked = readQuery(query);
    const rules = await this.parts.rules.book();
    const resolved = await this.resolved(asked);
    const { answer, engine, fellBack } = await this.answered(resolved, rules, (question) =>
      this.ask(question),
    );
    const hits = await this.parts.readable.only(answer.hits);
    const hidden = answer.hits.length - hits.length;
    return {
      ...answer,
      hits,
      estimatedTotal: Math.max(hits.length, answer.estimatedTotal - hidden),
      engine,
      fellBack,
      didYouMean: await this.didYouMean(resolved, answer, rules),
      asked,
      conditions: resolved.conditions ?? [],
      nextOffset: asked.offset + answer.hits.length,
      tookMs: Math.round(performance.now() - started),
    };
  }

  /** Things like the question that is being written, or like one that is there already. */
  async suggest(draft: Draft): Promise<EngineHit[]> {
    const [hits = []] = await this.suggestAll([draft]);
    return hits;
  }

  /** The same for several at once, in their order: it takes as many statements as for one. */
  async suggestAll(drafts: readonly Draft[]): Promise<EngineHit[][]> {
    for (const { first } of drafts) requireCount(first, MOST_HITS);
    const shortened = drafts.map((draft) => ({ ...draft, title: draft.title.slice(0, LONGEST_TITLE) }));
    const rules = await this.parts.rules.book();
    const { answer } = await this.ask((one) => one.suggest(shortened, rules));
    const readable = new Set(await this.parts.readable.only(answer.flat()));
    return answer.map((hits) => hits.filter((hit) => readable.has(hit)));
  }

  /**
   * The hits of a search with other rules than those that are in force, by PostgreSQL, which needs not be told of them
   * beforehand.
   */
  async preview(query: SearchQuery, rules: RuleBook): Promise<EngineHit[]> {
    requireCount(query.first, MOST_HITS);
    const asked = await this.resolved(readQuery(query));
    const { answer } = await this.answered(asked, rules, async (question) => ({
      answer: await question(this.parts.postgres),
      engine: 'POSTGRES',
      fellBack: false,
    }));
    return this.parts.readable.only(answer.hits);
  }

  /** The state of what keeps searches away from an engine that does not answer; undefined where there is none. */
  get fallback(): { isOpen: boolean } | undefined {
    return this.parts.meilisearch && { isOpen: this.breaker.isOpen };
  }

  private async resolved(asked: Asked): Promise<Asked> {
    const { conditions } = asked;
    return conditions === undefined
      ? asked
      : { ...asked, conditions: await this.parts.names.resolve(conditions) };
  }

  /**
   * The list of a search: what curators pinned to these words comes first, then what the engine finds beside it, as
   * one list that pages go through.
   */
  private async answered(
    asked: Asked,
    rules: RuleBook,
    ask: (question: (engine: SearchEngine) => Promise<EngineResult>) => Promise<Answered<EngineResult>>,
  ): Promise<Answered<EngineResult>> {
    const pinned = await this.pinned(asked, rules);
    if (pinned.length === 0) return ask((engine) => engine.search(asked, rules));
    const shown = pinned.slice(asked.offset, asked.offset + asked.first);
    const rest = {
      ...asked,
      offset: Math.max(0, asked.offset - pinned.length),
      // At least one: without it nobody would know whether there are more.
      first: Math.max(1, asked.first - shown.length),
      except: pinned.map(({ id }) => id),
    };
    const { answer, ...who } = await ask((engine) => engine.search(rest, rules));
    const others = answer.hits.slice(0, asked.first - shown.length);
    const hits = [...shown, ...others];
    const left = asked.offset + hits.length < pinned.length || others.length < answer.hits.length;
    const estimatedTotal = Math.min(COUNTED_UP_TO, answer.estimatedTotal + pinned.length);
    return { ...who, answer: { ...answer, hits, estimatedTotal, hasMore: answer.hasMore || left } };
  }

  private async pinned(asked: Asked, rules: RuleBook): Promise<EngineHit[]> {
    if (asked.order !== 'RELEVANCE' || asksForNothing(asked)) return [];
    const ids = rules.pinnedFor(asked.titleKey, wantedLanguages(asked.conditions ?? []));
    return ids.length === 0 ? [] : this.parts.readable.only(await this.parts.postgres.show(ids, asked));
  }

  private async didYouMean(
    asked: Asked,
    { estimatedTotal, known }: EngineResult,
    rules: RuleBook,
  ): Promise<DidYouMean | undefined> {
    const isNeeded = estimatedTotal < ENOUGH || asked.terms.length > 1;
    const isWanted = isNeeded && asked.offset === 0 && asked.conditions !== undefined;
    return isWanted ? this.parts.spelling.didYouMean(asked, rules, estimatedTotal, known) : undefined;
  }

  private async ask<Answer>(question: (engine: SearchEngine) => Promise<Answer>): Promise<Answered<Answer>> {
    const { postgres, meilisearch, logger } = this.parts;
    if (meilisearch && !this.breaker.isOpen && (await this.isReady())) {
      try {
        const answer = await question(meilisearch.engine);
        this.breaker.succeeded();
        return { answer, engine: 'MEILISEARCH', fellBack: false };
      } catch (error) {
        if (!(error instanceof EngineUnavailable || error instanceof EngineRefusesKey)) throw error;
        const waitMs = Math.round(this.breaker.failed());
        logger.warn({ err: error, waitMs }, 'Meilisearch does not answer; PostgreSQL searches in its place.');
      }
    }
    return { answer: await question(postgres), engine: 'POSTGRES', fellBack: meilisearch !== undefined };
  }

  private async isReady(): Promise<boolean> {
    if (this.ready.until < Date.now()) {
      const value = (await this.parts.meilisearch?.isReady()) ?? false;
      this.ready = { value, until: Date.now() + READY_KNOWN_FOR_MS };
    }
    return this.ready.value;
  }
}

function wantedLanguages(conditions: readonly Condition[]): string[] {
  return conditions
    .filter(({ field, wanted }) => field === 'locale' && wanted)
    .map(({ value }) => languageOf(value));
}

function requireCount(first: number, most: number): void {
  if (!Number.isInteger(first) || first < 1 || first > most) {
    throw UserInputError.field('first', `first must be 1 to ${most}.`);
  }
}
