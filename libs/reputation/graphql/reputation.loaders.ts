import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import { ReputationQueries } from '../persistence/reputation.queries.js';
import type { BadgeRow, EntryKind, EntryPage } from '../persistence/reputation.queries.js';
import { toReputationEntry } from './reputation.types.js';
import type { ReputationEntry } from './reputation.types.js';

/** Entries of the ledger by number; null for one that does not exist. */
@Injectable()
export class EntryLoader extends BatchLoader<number, ReputationEntry | null> {
  constructor(private readonly reputation: ReputationQueries) {
    super();
  }

  protected async batch(ids: readonly number[]) {
    const rows = await this.reputation.entries(ids);
    return inOrderOf(
      ids,
      rows,
      (row) => row.entryId,
      (row) => (row ? toReputationEntry(row) : null),
    );
  }
}

interface EntryPageKey {
  accountId: number;
  first: number;
  after: string | null;
  kind: EntryKind;
}

/** The ledgers of many people by one statement for each page that is asked for. */
@Injectable()
export class EntryPageLoader extends BatchLoader<EntryPageKey, EntryPage> {
  constructor(private readonly reputation: ReputationQueries) {
    super();
  }

  protected override cacheKey(key: EntryPageKey): string {
    return `${key.accountId} ${pageOfKey(key)}`;
  }

  protected async batch(keys: readonly EntryPageKey[]) {
    const pages = new Map<EntryPageKey, EntryPage>();
    for (const sameKeys of Map.groupBy(keys, pageOfKey).values()) {
      const accountIds = sameKeys.map((key) => key.accountId);
      const { first, after, kind } = sameKeys[0]!;
      const found = await this.reputation.entryPages(accountIds, { first, after, kind });
      for (const key of sameKeys) pages.set(key, found.get(key.accountId)!);
    }
    return keys.map((key) => pages.get(key)!);
  }
}

const pageOfKey = ({ first, after, kind }: EntryPageKey): string => `${kind} ${first} ${after ?? ''}`;

@Injectable()
export class BadgeLoader extends BatchLoader<number, BadgeRow[]> {
  constructor(private readonly reputation: ReputationQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    const rows = await this.reputation.badges(accountIds);
    return groupedByKeys(accountIds, rows, (row) => row.accountId);
  }
}
