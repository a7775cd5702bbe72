import { Injectable } from '@nestjs/common';
import { isActor } from '#libs/kernel';
import { BatchLoader } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { ProgrammeQueries } from '../persistence/programme.queries.js';

/** By account: whether the viewer nominated them so lately that it cannot be done again. */
@Injectable()
export class NominatedLoader extends BatchLoader<number, boolean> {
  constructor(private readonly programme: ProgrammeQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[], { viewer }: RequestContext): Promise<boolean[]> {
    if (!isActor(viewer)) return accountIds.map(() => false);
    const nominated = new Set(await this.programme.nominatedLately(viewer.accountId, accountIds));
    return accountIds.map((id) => nominated.has(id));
  }
}
