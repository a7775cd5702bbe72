import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys } from '#libs/platform';
import { FlagQueries } from '../persistence/flag.queries.js';
import type { FlagRow } from '../persistence/flag.queries.js';

/** Reports that wait, by the number of the post. */
@Injectable()
export class WaitingFlagsLoader extends BatchLoader<number, FlagRow[]> {
  constructor(private readonly queries: FlagQueries) {
    super();
  }

  protected async batch(postIds: readonly number[]): Promise<FlagRow[][]> {
    return groupedByKeys(postIds, await this.queries.waitingOn(postIds), (row) => row.postId);
  }
}
