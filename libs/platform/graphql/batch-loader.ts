import DataLoader from 'dataloader';
import type { RequestContext } from './request-context.js';

/**
 * Reads rows for many objects of one request by one statement. A subclass says how to read a batch;
 * the loader itself is kept in the request's context, so nothing leaks from one viewer to another.
 */
export abstract class BatchLoader<Key, Value> {
  /** The values in the order of the keys. */
  protected abstract batch(
    keys: readonly Key[],
    context: RequestContext,
  ): Promise<readonly (Value | Error)[]>;

  /** What makes two keys the same; objects need one. */
  protected cacheKey(key: Key): unknown {
    return key;
  }

  load(context: RequestContext, key: Key): Promise<Value> {
    return this.of(context).load(key);
  }

  /** Puts in what another query has brought along. */
  prime(context: RequestContext, key: Key, value: Value): void {
    this.of(context).prime(key, value);
  }

  /** Forgets what a mutation has changed. */
  clear(context: RequestContext, key: Key): void {
    this.of(context).clear(key);
  }

  private of(context: RequestContext): DataLoader<Key, Value, unknown> {
    let loader = context.loaders.get(this) as DataLoader<Key, Value, unknown> | undefined;
    if (!loader) {
      loader = new DataLoader((keys) => this.batch(keys, context), {
        cacheKeyFn: (key) => this.cacheKey(key),
        maxBatchSize: 1_000,
      });
      context.loaders.set(this, loader);
    }
    return loader;
  }
}

/** Puts rows into the order of the keys that were asked for; `missing` gives what a key without a row stands for. */
export function inOrderOf<Key, Row, Value>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  valueOf: (row: Row | undefined) => Value,
): Value[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => valueOf(byKey.get(key)));
}

/** Like `inOrderOf` where a key has any number of rows; their order is kept. */
export function groupedByKeys<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}
