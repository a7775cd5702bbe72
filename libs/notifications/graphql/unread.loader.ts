import { Injectable } from '@nestjs/common';
import { ViewerFacts } from '#libs/accounts';
import type { SessionAccount } from '#libs/accounts';
import { BatchLoader, inOrderOf } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { NoticeQueries, unreadCountOf } from '../persistence/notice.queries.js';

const FACT = 'unreadNotices';

/** How many notices people have not read. That of whoever asks comes with their session, as every page shows it. */
@Injectable()
export class UnreadCountLoader extends BatchLoader<number, number> {
  constructor(
    private readonly notices: NoticeQueries,
    facts: ViewerFacts,
  ) {
    super();
    facts.add(FACT, unreadCountOf('session.account_id'));
  }

  /** Takes over what was read with the session. */
  primeFrom(context: RequestContext, { accountId, facts }: SessionAccount): void {
    this.prime(context, accountId, Number(facts[FACT]));
  }

  protected async batch(accountIds: readonly number[]): Promise<number[]> {
    const rows = await this.notices.unreadCounts(accountIds);
    return inOrderOf(
      accountIds,
      rows,
      (row) => row.accountId,
      (row) => row?.unread ?? 0,
    );
  }
}
