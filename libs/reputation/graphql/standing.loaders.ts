import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import { StandingQueries } from '../persistence/standing.queries.js';
import type { SourceRow, StandingRow } from '../persistence/standing.queries.js';

/** Abilities and risks by account. */
@Injectable()
export class StandingLoader extends BatchLoader<number, StandingRow> {
  constructor(private readonly standing: StandingQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    const rows = await this.standing.ofAccounts(accountIds);
    return inOrderOf(
      accountIds,
      rows,
      (row) => row.accountId,
      (row) => row!,
    );
  }
}

@Injectable()
export class SourceLoader extends BatchLoader<number, SourceRow[]> {
  constructor(private readonly standing: StandingQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    const rows = await this.standing.sources(accountIds);
    return groupedByKeys(accountIds, rows, (row) => row.accountId);
  }
}
