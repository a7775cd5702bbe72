import { Injectable } from '@nestjs/common';
import { BatchLoader } from '#libs/platform';
import { LedgerQueries } from '../persistence/ledger.queries.js';
import type { DayRow, PostSumRow } from '../persistence/ledger.queries.js';
import type { EntryRow } from '../persistence/reputation.queries.js';
import { toReputationEntry } from './reputation.types.js';
import type { ReputationEntry } from './reputation.types.js';

interface Part<Row> {
  row: Row;
  first: number;
}

/** The newest entries of parts of ledgers: one statement, of however many people and parts. */
abstract class PartLoader<Row> extends BatchLoader<Part<Row>, ReputationEntry[]> {
  protected abstract read(rows: readonly Row[], first: number): Promise<(EntryRow & { place: number })[]>;

  protected async batch(parts: readonly Part<Row>[]): Promise<ReputationEntry[][]> {
    const first = Math.max(...parts.map((part) => part.first));
    const entries = await this.read(
      parts.map(({ row }) => row),
      first,
    );
    // Numbered from 1, as SQL counts.
    const byPlace = Map.groupBy(entries, ({ place }) => place - 1);
    return parts.map((part, index) =>
      (byPlace.get(index) ?? []).slice(0, part.first).map((row) => toReputationEntry(row)),
    );
  }
}

@Injectable()
export class DayEntriesLoader extends PartLoader<DayRow> {
  constructor(private readonly ledger: LedgerQueries) {
    super();
  }

  protected override cacheKey({ row, first }: Part<DayRow>): string {
    return `${row.accountId} ${row.day} ${first}`;
  }

  protected read(days: readonly DayRow[], first: number) {
    return this.ledger.entriesOfDays(days, first);
  }
}

@Injectable()
export class PostEntriesLoader extends PartLoader<PostSumRow> {
  constructor(private readonly ledger: LedgerQueries) {
    super();
  }

  protected override cacheKey({ row, first }: Part<PostSumRow>): string {
    return `${row.accountId} ${row.postId} ${first}`;
  }

  protected read(posts: readonly PostSumRow[], first: number) {
    return this.ledger.entriesOfPosts(posts, first);
  }
}
