import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { Telling } from '../domain/notice-kinds.js';
import { NoticeStore } from '../persistence/notice.store.js';
import { NoticeMails } from './notice-mails.js';
import { notificationPolicies } from './policies.js';

/** How many notices can be named at once. */
export const MARKED_AT_ONCE = 100;

/** What people are told about themselves, and what they have read of it. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly store: NoticeStore,
    private readonly mails: NoticeMails,
  ) {}

  /**
   * Tells somebody something, in the transaction that makes it so: neither is then ever there without the other. Who was
   * told the same before, by `key`, is not told again, so jobs may run twice. Kinds that are mailed are mailed too, once,
   * unless the person refused or has no address. Erased accounts are told nothing.
   */
  async tell(telling: Telling): Promise<void> {
    await this.tellAll([telling]);
  }

  /** The same for many at once; up to some thousands in one call. */
  async tellAll(tellings: readonly Telling[]): Promise<void> {
    if (tellings.length === 0) return;
    await this.database.transaction(async () => {
      const news = await this.store.insert(tellings);
      await this.mails.post(news.map((place) => tellings[place]!));
    });
  }

  /**
   * Marks notices of one's own as read: those of `ids`, or with `upTo` that one and all older ones. What is not one's
   * own stays as it is. Gives how many were unread.
   * @throws UserInputError unless exactly one of the two is given, with at most 100 ids
   */
  async markRead(
    viewer: Viewer,
    { ids, upTo }: { ids: readonly number[] | null; upTo: number | null },
  ): Promise<number> {
    if ((ids === null) === (upTo === null)) {
      throw UserInputError.field('ids', 'Give either ids or upTo.');
    }
    if (ids && ids.length > MARKED_AT_ONCE) {
      throw UserInputError.field('ids', `${MARKED_AT_ONCE} notices at most can be marked at once.`);
    }
    const actor = await this.accounts.current(viewer);
    authorise(notificationPolicies.markOwn, actor, undefined);
    return ids
      ? this.store.markRead(actor.accountId, ids)
      : this.store.markReadUpTo(actor.accountId, upTo ?? 0);
  }

  /** Forgets all that somebody was told and chose, as when their account is erased. */
  async forget(accountId: number): Promise<void> {
    await this.database.transaction(() => this.store.deleteAllOf(accountId));
  }

  /** Forgets what others were told of somebody by their user name. */
  async forgetName(username: string): Promise<void> {
    await this.store.deleteNaming(username);
  }

  /** Deletes what nobody will look at again: read notices after 180 days, all others after 365. */
  async clearOld(signal?: AbortSignal): Promise<void> {
    while (await this.store.deleteSomeOld()) signal?.throwIfAborted();
  }
}
