import { randomUUID } from 'node:crypto';
import { Audit } from '#libs/moderation';
import { SiteSecret, SiteSettings, createLogger } from '#libs/platform';
import type { DomainEvents } from '#libs/platform';
import { assembleSearch } from '#libs/search';
import { Builders, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { CandidateHits } from '../application/candidate-hits.js';
import { GapAnswers } from '../application/gap-answers.js';
import { GapFinder } from '../application/gap-finder.js';
import { GapTasks } from '../application/gap-tasks.js';
import { InsightsConfiguration } from '../application/insights-configuration.js';
import { IntentRecorder } from '../application/intent-recorder.js';
import { TellingWordsReader } from '../application/telling-words.js';
import { requireEvents } from '../domain/intent.js';
import type { GivenEvent } from '../domain/intent.js';
import { DeflectionQueries } from '../persistence/deflection.queries.js';
import { GapQueries } from '../persistence/gap.queries.js';
import { GapStore } from '../persistence/gap.store.js';
import { IntentStore } from '../persistence/intent.store.js';
import { NeedQueries } from '../persistence/need.queries.js';

const HOUR_MS = 3_600_000;

/** Everything about intents and gaps over one database, wired as the application wires it. */
export class InsightsDesk {
  readonly make: Builders;
  /** Where the FAQ says that an article was begun or published. */
  readonly events: DomainEvents;
  readonly configuration: InsightsConfiguration;
  readonly intents: IntentStore;
  readonly recorder: IntentRecorder;
  readonly deflection: DeflectionQueries;
  readonly finder: GapFinder;
  readonly gaps: GapQueries;
  readonly tasks: GapTasks;
  readonly hits: CandidateHits;
  readonly indexing: ReturnType<typeof assembleSearch>['indexing'];

  constructor({ database }: TestDatabase) {
    const logger = createLogger('silent');
    this.make = new Builders(database);
    const { accounts, events } = forumOn(database);
    this.events = events;
    this.configuration = new InsightsConfiguration(
      database,
      new SiteSettings(database),
      new SiteSecret(database),
      accounts,
      new Audit(database),
    );
    this.intents = new IntentStore(database);
    this.recorder = new IntentRecorder(this.intents, logger);
    this.deflection = new DeflectionQueries(database);
    const store = new GapStore(database);
    this.gaps = new GapQueries(database);
    const answers = new GapAnswers(events, database, store, new Audit(database));
    this.finder = new GapFinder(
      new NeedQueries(database),
      new TellingWordsReader(database),
      store,
      answers,
      this.configuration,
    );
    this.tasks = new GapTasks(database, accounts, store, answers, new Audit(database));
    const { search, indexing } = assembleSearch({ database, logger, meili: null });
    this.indexing = indexing;
    this.hits = new CandidateHits(database, search);
  }

  /** Somebody comes, does these things, and leaves; an hour later that is settled. */
  async visit(
    events: readonly GivenEvent[],
    {
      session = randomUUID(),
      intent = randomUUID(),
      holdout = false,
      locale = 'en',
      at = new Date(Date.now() - HOUR_MS),
    } = {},
  ): Promise<void> {
    this.recorder.note({ session, intent, locale, holdout, events: requireEvents(events) }, at);
    await this.recorder.flush();
  }

  async settle(now = new Date()): Promise<void> {
    while ((await this.intents.settle(now)) > 0);
  }
}

export const searched = (query: string, hits = 0): GivenEvent => ({ kind: 'SEARCHED', query, hits });
export const suggested = (query: string, hits = 3): GivenEvent => ({ kind: 'SUGGESTED', query, hits });
export const opened = (subjectId: string): GivenEvent => ({ kind: 'OPENED', subjectId });
export const solvedBy = (subjectId: string): GivenEvent => ({ kind: 'SOLVED', subjectId });
export const asked = (subjectId: string): GivenEvent => ({ kind: 'ASKED', subjectId });
