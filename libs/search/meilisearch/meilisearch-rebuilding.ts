import type { IndexSwap, Meilisearch } from 'meilisearch';
import type { Database } from '#libs/platform';
import type { Rebuilding, WritableIndex } from '../domain/engine.js';
import type { RuleBook } from '../domain/rules.js';
import { understood } from './failures.js';
import { IndexRegistry, succeeded } from './index-registry.js';
import { MeilisearchIndex } from './meilisearch-index.js';

/** A second set of indexes with names of their own, swapped into place by one task. */
export class MeilisearchRebuilding implements Rebuilding {
  private readonly live: IndexRegistry;
  private readonly next: IndexRegistry;

  constructor(
    private readonly database: Database,
    private readonly client: Meilisearch,
    prefix: string,
    rules: () => Promise<RuleBook>,
  ) {
    this.live = new IndexRegistry(database, client, 'live', prefix, rules);
    this.next = new IndexRegistry(database, client, 'next', prefix, rules);
  }

  async begin(): Promise<WritableIndex> {
    await this.abandon();
    return new MeilisearchIndex(this.client, this.next);
  }

  filled(): Promise<void> {
    return Promise.resolve();
  }

  async swap(handOver: () => Promise<void>): Promise<void> {
    const built = await this.next.list();
    const old = await this.live.list();
    const swaps: IndexSwap[] = [];
    for (const { uid, kind, language } of built) {
      const place = this.live.uidOf(kind, language);
      const taken = await understood(() => this.live.exists(place));
      // Swapping needs both names, renaming needs the second one to be free.
      swaps.push(taken ? { indexes: [place, uid], rename: false } : { indexes: [uid, place], rename: true });
    }
    if (swaps.length > 0) {
      const task = await understood(() => this.client.swapIndexes(swaps));
      await succeeded(this.client, task.taskUid);
    }
    await this.database.transaction(async () => {
      await this.noteSwap(built.map(({ kind, language }) => this.live.uidOf(kind, language)));
      await handOver();
    });
    await this.keepOld(swaps.filter(({ rename }) => !rename).map(({ indexes: [place] }) => place));
    const replaced = new Set(built.map(({ kind, language }) => this.live.uidOf(kind, language)));
    for (const { uid } of old) if (!replaced.has(uid)) await this.live.drop(uid);
  }

  async abandon(): Promise<void> {
    for (const { uid } of await this.next.list()) await this.next.drop(uid);
  }

  private async noteSwap(places: readonly string[]): Promise<void> {
    await this.database.query('delete from search_meilisearch_index where uid = any($1)', [places]);
    await this.database.query(
      `update search_meilisearch_index set copy = 'live', uid = left(uid, -length('_next'))
       where copy = 'next' and left(uid, -length('_next')) = any($1)`,
      [places],
    );
  }

  /** What answered until now stays for a while under a name of its own, for a way back. */
  private async keepOld(places: readonly string[]): Promise<void> {
    for (const place of places) {
      await this.next.drop(`${place}_previous`);
      const swap: IndexSwap = { indexes: [`${place}_next`, `${place}_previous`], rename: true };
      const task = await understood(() => this.client.swapIndexes([swap]));
      await succeeded(this.client, task.taskUid);
    }
  }

  /** Takes the kept ones away: they may hold what somebody has had erased since. */
  async dropPrevious(): Promise<void> {
    for (const { uid } of await this.live.list()) await this.live.drop(`${uid}_previous`);
  }
}
