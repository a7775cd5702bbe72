import {
  aBoolean,
  aCount,
  aFilter,
  aString,
  checkParameters,
  countParameter,
  listOf,
  listParameter,
  objectOf,
  orNull,
} from './checks.js';
import { MeilisearchRefusal } from './errors.js';
import { compileFilter, type Document } from './filter.js';
import type { IndexStore, StoredIndex } from './indexes.js';
import { mayDo } from './keys.js';
import { enqueue, read, type Route } from './route.js';
import { compareValues } from './ranking.js';
import { pick } from './search.js';
import type { TaskQueue } from './tasks.js';

const WRITE_PARAMETERS = ['primaryKey', 'csvDelimiter', 'customMetadata', 'skipCreation'];

/** Writing, deleting and reading documents. */
export function documentRoutes(indexes: IndexStore, tasks: TaskQueue): Route[] {
  const many = /^\/indexes\/([^/]+)\/documents$/;
  const one = /^\/indexes\/([^/]+)\/documents\/([^/]+)$/;
  const write =
    (replace: boolean): Route['answer'] =>
    ({ path: [uid = ''], query, body, key }) => {
      checkParameters(query, WRITE_PARAMETERS);
      const documents = [body].flat() as Document[];
      if (documents.some((document) => typeof document !== 'object' || document === null)) {
        throw new MeilisearchRefusal('malformed_payload', 'The `json` payload provided is malformed.');
      }
      const mayCreate = mayDo(key, 'indexes.create');
      return tasks.add(
        'documentAdditionOrUpdate',
        uid,
        { receivedDocuments: documents.length, indexedDocuments: null },
        () => {
          const bad = documents.find((document) => indexes.refusing(String(document['id'])));
          if (bad) throw new MeilisearchRefusal('internal', `planned failure of ${String(bad['id'])}`);
          indexes.getOrCreate(uid, mayCreate).write(documents, query.get('primaryKey'), replace);
          return { indexedDocuments: documents.length };
        },
        query.get('customMetadata'),
      );
    };
  const remove = (uid: string, ids: string[], query: URLSearchParams) => {
    checkParameters(query, ['customMetadata']);
    const details = { providedIds: ids.length, deletedDocuments: null, originalFilter: null };
    return tasks.add(
      'documentDeletion',
      uid,
      details,
      () => ({ deletedDocuments: indexes.get(uid).remove(ids) }),
      query.get('customMetadata'),
    );
  };
  const anId = (value: unknown, at: string, code: string) => {
    if (typeof value === 'number' && Number.isInteger(value)) return;
    aString(value, at, code);
  };
  return [
    enqueue('POST', many, 'documents.add', write(true)),
    enqueue('PUT', many, 'documents.add', write(false)),
    enqueue('DELETE', many, 'documents.delete', ({ path: [uid = ''], query }) =>
      tasks.add(
        'documentDeletion',
        uid,
        { providedIds: 0, deletedDocuments: null, originalFilter: null },
        () => ({ deletedDocuments: indexes.get(uid).clear() }),
        query.get('customMetadata'),
      ),
    ),
    read('GET', many, 'documents.get', ({ path: [uid = ''], query }) => {
      checkParameters(query, ['offset', 'limit', 'fields', 'ids', 'filter', 'sort', 'retrieveVectors']);
      return browse(indexes.get(uid), {
        offset: countParameter(query, 'offset', 0, 'invalid_document_offset'),
        limit: countParameter(query, 'limit', 20, 'invalid_document_limit'),
        fields: listParameter(query, 'fields'),
        ids: listParameter(query, 'ids'),
        filter: query.get('filter'),
      });
    }),
    read('POST', /^\/indexes\/([^/]+)\/documents\/fetch$/, 'documents.get', ({ path: [uid = ''], body }) => {
      const rules = {
        offset: { check: aCount, code: 'invalid_document_offset' },
        limit: { check: aCount, code: 'invalid_document_limit' },
        fields: { check: orNull(listOf(aString)), code: 'invalid_document_fields' },
        ids: { check: orNull(listOf(anId)), code: 'invalid_document_ids' },
        filter: { check: orNull(aFilter), code: 'invalid_document_filter' },
        sort: { check: orNull(listOf(aString)), code: 'invalid_document_sort' },
        retrieveVectors: { check: aBoolean, code: 'invalid_document_retrieve_vectors' },
      };
      objectOf(rules)(body, '', 'bad_request');
      return browse(indexes.get(uid), body as Browse);
    }),
    enqueue('POST', /^\/indexes\/([^/]+)\/documents\/delete-batch$/, 'documents.delete', (call) => {
      listOf(anId)(call.body, '', 'bad_request');
      return remove(call.path[0] ?? '', (call.body as (string | number)[]).map(String), call.query);
    }),
    read('GET', one, 'documents.get', ({ path: [uid = '', id = ''], query }) => {
      checkParameters(query, ['fields', 'retrieveVectors']);
      const document = indexes.get(uid).get(id);
      if (!document) throw new MeilisearchRefusal('document_not_found', `Document \`${id}\` not found.`);
      return pick(document, listParameter(query, 'fields'));
    }),
    enqueue('DELETE', one, 'documents.delete', ({ path: [uid = '', id = ''], query }) =>
      remove(uid, [id], query),
    ),
  ];
}

interface Browse {
  offset?: number;
  limit?: number;
  fields?: string[] | null;
  ids?: (string | number)[] | null;
  filter?: unknown;
  sort?: string[] | null;
}

function browse(index: StoredIndex, { offset = 0, limit = 20, fields, ids, filter, sort }: Browse) {
  const keep = compileFilter(filter ?? '', index.settings, 'invalid_document_filter');
  const wanted = ids ? new Set(ids.map(String)) : undefined;
  const found = index.documents
    .filter((document) => !wanted || wanted.has(String(document[index.primaryKey ?? 'id'])))
    .filter(keep);
  for (const order of [...(sort ?? [])].reverse()) sortBy(found, order, index);
  const results = found.slice(offset, offset + limit).map((document) => pick(document, fields));
  return { results, offset, limit, total: found.length };
}

function sortBy(documents: Document[], order: string, index: StoredIndex): void {
  const cut = order.lastIndexOf(':');
  const field = order.slice(0, cut);
  if (!index.settings.sortableAttributes.includes(field)) {
    throw new MeilisearchRefusal('invalid_document_sort', `Attribute \`${field}\` is not sortable.`);
  }
  const descending = order.slice(cut + 1) === 'desc';
  documents.sort((a, b) => compareValues(a[field], b[field], descending));
}
