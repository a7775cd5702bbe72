import type { Meilisearch, Task } from 'meilisearch';
import type { Database } from '#libs/platform';
import type { SearchKind } from '../domain/document.js';
import { BatchRefused, EngineUnavailable, IndexLost } from '../domain/engine.js';
import { understood } from './failures.js';
import type { RuleBook } from '../domain/rules.js';
import { settingsFor, settingsHash } from './settings.js';

/** The indexes that answer, or those that are being built beside them. */
export type Copy = 'live' | 'next';

/** One index in Meilisearch: there is one for each kind and language. */
export interface RegisteredIndex {
  uid: string;
  kind: SearchKind;
  language: string;
}

const POLL_MS = 25;
const TASK_TIMEOUT_MS = 120_000;
const DAY_MS = 86_400_000;

/** Waits until a task has ended. The client does not throw when it ends badly; this does. */
export async function succeeded(client: Meilisearch, taskUid: number): Promise<Task> {
  const task = await understood(() =>
    client.tasks.waitForTask(taskUid, { interval: POLL_MS, timeout: TASK_TIMEOUT_MS }),
  );
  if (task.status === 'succeeded') return task;
  const reason = `${task.error?.code ?? task.status}: ${task.error?.message ?? 'the task was canceled'}`;
  if (task.error?.code === 'index_not_found') throw new IndexLost(reason);
  // Its disk is full, or somebody canceled the task: no fault of what was sent.
  if (task.status === 'canceled' || isOfServer(task)) throw new EngineUnavailable(reason);
  throw new BatchRefused(reason);
}

function isOfServer({ error }: Task): boolean {
  return error?.type === 'system' || error?.code === 'database_size_limit_reached';
}

/** Which indexes exist and with which settings, noted in PostgreSQL so that readers and writers agree. */
export class IndexRegistry {
  constructor(
    private readonly database: Database,
    private readonly client: Meilisearch,
    readonly copy: Copy,
    private readonly prefix: string,
    private readonly rules: () => Promise<RuleBook>,
  ) {}

  async list(): Promise<RegisteredIndex[]> {
    return this.database.query<RegisteredIndex>(
      `select uid, kind, language from search_meilisearch_index
       where copy = $1 and starts_with(uid, $2) order by kind, language`,
      [this.copy, this.prefix],
    );
  }

  uidOf(kind: SearchKind, language: string, copy: Copy | 'previous' = this.copy): string {
    const uid = `${this.prefix}${kind}_${language}`;
    return copy === 'live' ? uid : `${uid}_${copy}`;
  }

  /**
   * Makes the index with its settings before the first document comes: a document that comes first would make it
   * with the settings of the factory.
   */
  async ensure(kind: SearchKind, language: string): Promise<string> {
    const uid = this.uidOf(kind, language);
    const rules = (await this.rules()).of(language);
    const hash = settingsHash(language, rules);
    const row = await this.database.one<{ settings_hash: string }>(
      'select settings_hash from search_meilisearch_index where uid = $1',
      [uid],
    );
    if (row?.settings_hash === hash) return uid;
    if (!row) await this.create(uid);
    const settings = await understood(() =>
      this.client.index(uid).updateSettings(settingsFor(language, rules)),
    );
    await succeeded(this.client, settings.taskUid);
    await this.database.query(
      `insert into search_meilisearch_index (uid, copy, kind, language, settings_hash) values ($1, $2, $3, $4, $5)
       on conflict (uid) do update set settings_hash = excluded.settings_hash`,
      [uid, this.copy, kind, language, hash],
    );
    return uid;
  }

  /** Gives every index its settings, where they have changed since: those of this code, or rules of curators. */
  async applySettings(): Promise<void> {
    const rules = await this.rules();
    const indexes = await this.database.query<RegisteredIndex & { hash: string }>(
      `select uid, kind, language, settings_hash as hash from search_meilisearch_index
       where copy = $1 and starts_with(uid, $2)`,
      [this.copy, this.prefix],
    );
    for (const { kind, language, hash } of indexes) {
      if (hash !== settingsHash(language, rules.of(language))) await this.ensure(kind, language);
    }
  }

  /** Somebody deleted indexes behind our back: they are forgotten, and made anew when they are next written. */
  async forgetMissing(): Promise<void> {
    for (const { uid } of await this.list()) {
      const exists = await understood(() => this.exists(uid));
      if (!exists) await this.database.query('delete from search_meilisearch_index where uid = $1', [uid]);
    }
  }

  /** Finished tasks are kept by the server for ever; a store full of them takes no new ones. */
  async pruneTasks(): Promise<void> {
    const yesterday = new Date(Date.now() - DAY_MS).toISOString();
    const statuses = ['succeeded', 'failed', 'canceled'] as const;
    await understood(() =>
      this.client.tasks.deleteTasks({ statuses: [...statuses], beforeFinishedAt: yesterday }),
    );
  }

  async drop(uid: string): Promise<void> {
    const task = await understood(() => this.client.deleteIndex(uid).waitTask());
    if (task.status === 'failed' && task.error?.code !== 'index_not_found') throw new EngineUnavailable(uid);
    await this.database.query('delete from search_meilisearch_index where uid = $1', [uid]);
  }

  async exists(uid: string): Promise<boolean> {
    const { results } = await this.client.getRawIndexes({ limit: 1_000 });
    return results.some((index) => index.uid === uid);
  }

  private async create(uid: string): Promise<void> {
    const creating = await understood(() => this.client.createIndex(uid, { primaryKey: 'id' }));
    const task = await understood(() =>
      this.client.tasks.waitForTask(creating.taskUid, { interval: POLL_MS }),
    );
    // It may be there from before our notes were lost; its settings follow in any case.
    if (task.status === 'failed' && task.error?.code !== 'index_already_exists') {
      throw new EngineUnavailable(`${uid} could not be created: ${task.error?.message ?? ''}`);
    }
  }
}
