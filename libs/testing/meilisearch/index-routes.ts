import {
  aBoolean,
  anIndexUid,
  aString,
  checkParameters,
  countParameter,
  listOf,
  objectOf,
  orNull,
} from './checks.js';
import { MeilisearchRefusal } from './errors.js';
import type { IndexStore } from './indexes.js';
import { maySee, type ApiKey } from './keys.js';
import { enqueue, read, type Route } from './route.js';
import type { TaskQueue } from './tasks.js';

/** Making, listing, deleting and swapping indexes. */
export function indexRoutes(indexes: IndexStore, tasks: TaskQueue): Route[] {
  const one = /^\/indexes\/([^/]+)$/;
  return [
    read('GET', /^\/indexes$/, 'indexes.get', ({ query, key }) => {
      checkParameters(query, ['offset', 'limit']);
      const offset = countParameter(query, 'offset', 0, 'invalid_index_offset');
      const limit = countParameter(query, 'limit', 20, 'invalid_index_limit');
      const visible = indexes.list().filter(({ uid }) => maySee(key, uid));
      const results = visible.slice(offset, offset + limit).map((index) => index.view);
      return { results, offset, limit, total: visible.length };
    }),
    enqueue('POST', /^\/indexes$/, 'indexes.create', ({ body }) => {
      const rules = {
        uid: { check: anIndexUid, code: 'invalid_index_uid' },
        primaryKey: { check: orNull(aString), code: 'invalid_index_primary_key' },
      };
      objectOf(rules, ['uid'])(body, '', 'bad_request');
      const { uid, primaryKey = null } = body as { uid: string; primaryKey?: string | null };
      return tasks.add('indexCreation', uid, { primaryKey }, () => {
        indexes.create(uid, primaryKey);
        return {};
      });
    }),
    read('GET', one, 'indexes.get', ({ path: [uid = ''] }) => indexes.get(uid).view),
    enqueue('DELETE', one, 'indexes.delete', ({ path: [uid = ''] }) =>
      tasks.add('indexDeletion', uid, null, () => ({ deletedDocuments: indexes.delete(uid) })),
    ),
    read('GET', /^\/indexes\/([^/]+)\/stats$/, 'stats.get', ({ path: [uid = ''] }) => indexes.get(uid).stats),
    enqueue('POST', /^\/swap-indexes$/, 'indexes.swap', ({ body, key }) => {
      const swap = objectOf(
        {
          indexes: { check: listOf(anIndexUid), code: 'invalid_swap_indexes' },
          rename: { check: aBoolean, code: 'invalid_swap_rename' },
        },
        ['indexes'],
      );
      listOf(swap)(body, '', 'bad_request');
      const swaps = body as { indexes: string[]; rename?: boolean }[];
      refuseBadSwaps(swaps, key);
      return tasks.add('indexSwap', null, { swaps }, () => {
        indexes.swap(swaps);
        const pairs = swaps.flatMap(({ indexes: [from = '', to = ''] }) => [
          [from, to] as const,
          [to, from] as const,
        ]);
        tasks.renameIndexes(new Map(pairs));
        return {};
      });
    }),
  ];
}

function refuseBadSwaps(swaps: readonly { indexes: string[] }[], key: ApiKey | 'master'): void {
  const seen = new Set<string>();
  for (const { indexes } of swaps) {
    if (indexes.length !== 2) {
      throw new MeilisearchRefusal(
        'invalid_swap_indexes',
        `Two indexes must be given for each swap. The list \`${JSON.stringify(indexes)}\` contains ${indexes.length} indexes.`,
      );
    }
    for (const uid of indexes) {
      if (!maySee(key, uid))
        throw new MeilisearchRefusal('invalid_api_key', 'The provided API key is invalid.');
      if (seen.has(uid)) {
        throw new MeilisearchRefusal(
          'invalid_swap_duplicate_index_found',
          `Indexes must be declared only once during a swap. \`${uid}\` was specified several times.`,
        );
      }
      seen.add(uid);
    }
  }
}
