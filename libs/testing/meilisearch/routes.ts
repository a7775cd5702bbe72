import { documentRoutes } from './document-routes.js';
import { MeilisearchRefusal } from './errors.js';
import { indexRoutes } from './index-routes.js';
import type { IndexStore } from './indexes.js';
import { mayDo, maySee, maySeeTask, type Keys } from './keys.js';
import { enqueue, read, type Route } from './route.js';
import { searchFederated, searchIndex } from './search.js';
import { aSearch, checkMultiSearch, type SearchRequest } from './search-request.js';
import { checkSettings } from './settings.js';
import type { TaskQueue } from './tasks.js';

/** Everything that the stand-in serves. */
export function routesOf(indexes: IndexStore, tasks: TaskQueue, keys: Keys): Route[] {
  return [
    { method: 'GET', pattern: /^\/health$/, status: 200, answer: () => ({ status: 'available' }) },
    read('GET', /^\/version$/, 'version', () => ({
      commitSha: 'stand-in',
      commitDate: '2026-01-01T00:00:00Z',
      pkgVersion: '1.50.0',
    })),
    read('GET', /^\/stats$/, 'stats.get', ({ key }) => ({
      databaseSize: 0,
      usedDatabaseSize: 0,
      lastUpdate:
        indexes
          .list()
          .map((index) => index.updatedAt)
          .sort()
          .at(-1) ?? null,
      indexes: Object.fromEntries(
        indexes
          .list()
          .filter(({ uid }) => maySee(key, uid))
          .map((index) => [index.uid, index.stats]),
      ),
    })),
    read('GET', /^\/keys$/, 'keys.get', () => ({
      results: keys.list(),
      offset: 0,
      limit: 20,
      total: keys.list().length,
    })),
    {
      method: 'POST',
      pattern: /^\/keys$/,
      action: 'keys.create',
      status: 201,
      answer: ({ body }) => keys.create(body),
    },
    ...indexRoutes(indexes, tasks),
    ...documentRoutes(indexes, tasks),
    ...settingsRoutes(indexes, tasks),
    ...searchRoutes(indexes),
    ...taskRoutes(tasks),
  ];
}

function settingsRoutes(indexes: IndexStore, tasks: TaskQueue): Route[] {
  const pattern = /^\/indexes\/([^/]+)\/settings$/;
  return [
    read('GET', pattern, 'settings.get', ({ path: [uid = ''] }) => indexes.get(uid).settings),
    enqueue('PATCH', pattern, 'settings.update', ({ path: [uid = ''], body, key }) => {
      checkSettings(body);
      const mayCreate = mayDo(key, 'indexes.create');
      return tasks.add('settingsUpdate', uid, { ...body }, () => {
        indexes.getOrCreate(uid, mayCreate).configure(body);
        return {};
      });
    }),
    enqueue('DELETE', pattern, 'settings.update', ({ path: [uid = ''] }) =>
      tasks.add('settingsUpdate', uid, {}, () => {
        indexes.get(uid).resetSettings();
        return {};
      }),
    ),
  ];
}

function searchRoutes(indexes: IndexStore): Route[] {
  return [
    read('POST', /^\/indexes\/([^/]+)\/search$/, 'search', ({ path: [uid = ''], body, started }) => {
      aSearch(body, '', 'bad_request');
      return searchIndex(indexes.get(uid), body as SearchRequest, started);
    }),
    read('POST', /^\/multi-search$/, 'search', ({ body, key, started }) => {
      checkMultiSearch(body);
      const searches = body.queries.map(({ indexUid, ...request }, position) => {
        if (!maySee(key, indexUid)) {
          throw new MeilisearchRefusal('invalid_api_key', 'The provided API key is invalid.');
        }
        const index = indexes.find(indexUid);
        if (!index) {
          throw new MeilisearchRefusal(
            'index_not_found',
            `Inside \`.queries[${position}]\`: Index \`${indexUid}\` not found.`,
          );
        }
        return { index, request };
      });
      if (body.federation) return searchFederated(searches, body.federation, started);
      const results = searches.map(({ index, request }) => ({
        indexUid: index.uid,
        ...searchIndex(index, request, started),
      }));
      return { results };
    }),
  ];
}

function taskRoutes(tasks: TaskQueue): Route[] {
  return [
    read('GET', /^\/tasks$/, 'tasks.get', ({ query, key }) =>
      tasks.list(query, (uid) => maySeeTask(key, uid)),
    ),
    read('GET', /^\/tasks\/([^/]+)$/, 'tasks.get', ({ path: [uid = ''], key }) =>
      tasks.get(Number(uid), (indexUid) => maySeeTask(key, indexUid)),
    ),
    {
      method: 'POST',
      pattern: /^\/tasks\/cancel$/,
      action: 'tasks.cancel',
      status: 200,
      answer: ({ query }) => tasks.cancel(query),
    },
    {
      method: 'DELETE',
      pattern: /^\/tasks$/,
      action: 'tasks.delete',
      status: 200,
      answer: ({ query }) => tasks.prune(query),
    },
  ];
}
