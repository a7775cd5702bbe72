import { UserInputError } from '#libs/kernel';
import type { Logger } from '#libs/platform';
import { EngineRefusesKey, EngineUnavailable } from '../domain/engine.js';
import type { Draft, EngineHit, EngineResult, SearchEngine, SearchEngineName } from '../domain/engine.js';
import { parseQuery, type SearchQuery } from '../domain/query.js';
import type { Readable } from '../persistence/readable.js';
import { BackOff } from './back-off.js';

export interface SearchOutcome extends EngineResult {
  engine: SearchEngineName;
  /** The engine that should have answered is down, and PostgreSQL answered in its place. */
  fellBack: boolean;
  tookMs: number;
}

export interface SearchParts {
  /** Always there and always true: the engine of sites without Meilisearch, and the fallback of the others. */
  postgres: SearchEngine;
  /** Undefined where the operator has none. */
  meilisearch?: { engine: SearchEngine; isReady: () => Promise<boolean> };
  readable: Readable;
  logger: Logger;
}

const MOST_HITS = 100;
const LONGEST_TITLE = 300;
const READY_KNOWN_FOR_MS = 2_000;

/** Finds things for people: by the best engine that answers, and never what they may not read. */
export class Search {
  private readonly breaker = new BackOff();
  private ready = { value: false, until: 0 };

  constructor(private readonly parts: SearchParts) {}

  /** @throws UserInputError on `query` when it is longer than 1,000 characters, on `first` unless 1 to 100 */
  async search(query: SearchQuery): Promise<SearchOutcome> {
    requireCount(query.first, MOST_HITS);
    parseQuery(query.text);
    const started = performance.now();
    const { answer, engine, fellBack } = await this.ask((one) => one.search(query));
    const hits = await this.parts.readable.only(answer.hits);
    const hidden = answer.hits.length - hits.length;
    return {
      hits,
      estimatedTotal: Math.max(hits.length, answer.estimatedTotal - hidden),
      engine,
      fellBack,
      tookMs: Math.round(performance.now() - started),
    };
  }

  /** Things like the question that is being written. */
  async suggest(draft: Draft): Promise<EngineHit[]> {
    requireCount(draft.first, MOST_HITS);
    const shortened = { ...draft, title: draft.title.slice(0, LONGEST_TITLE) };
    const { answer } = await this.ask((one) => one.suggest(shortened));
    return this.parts.readable.only(answer);
  }

  private async ask<Answer>(
    question: (engine: SearchEngine) => Promise<Answer>,
  ): Promise<{ answer: Answer; engine: SearchEngineName; fellBack: boolean }> {
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

function requireCount(first: number, most: number): void {
  if (!Number.isInteger(first) || first < 1 || first > most) {
    throw UserInputError.field('first', `first must be 1 to ${most}.`);
  }
}
