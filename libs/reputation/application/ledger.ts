import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Award } from '../domain/awards.js';
import { book } from '../domain/daily-cap.js';
import type { Booking } from '../domain/daily-cap.js';
import type { ReversalCause } from '../domain/reasons.js';
import { LedgerStore } from '../persistence/ledger.store.js';
import type { NewEntry } from '../persistence/ledger.store.js';

/** An entry that is to be booked yet. */
export type PlannedEntry = Omit<NewEntry, keyof Booking>;

/**
 * The append-only ledger that reputation is the sum of. What it does belongs to the caller's transaction, so that a
 * vote and its entry commit together, and it takes three statements however many entries there are.
 *
 * Everything is done under a lock of the accounts. Without it two votes at once would both see 199 points and make
 * them 209, and the same vote reported twice would be credited twice.
 */
@Injectable()
export class Ledger {
  private readonly store: LedgerStore;

  constructor(private readonly database: Database) {
    this.store = new LedgerStore(database);
  }

  /**
   * Credits the awards by the rules in force; what an account has for a cause already is left as it is. What was taken
   * back with its post, as fraud or for repair, comes back by the rules that it had. Gives the accounts that had not got
   * theirs yet.
   */
  async award(given: readonly Award[]): Promise<number[]> {
    const awards = [...new Map(given.map((award) => [`${award.accountId} ${award.cause}`, award])).values()];
    if (awards.length === 0) return [];
    return this.database.transaction(async () => {
      await this.store.lockAccounts(awards.map((award) => award.accountId));
      const due = await this.store.due(awards);
      await this.enter(due);
      return due.map((entry) => entry.accountId);
    });
  }

  /** Takes back whatever stands for these causes, whoever has it. Causes without an entry are no matter. */
  async revoke(causes: readonly string[], why: ReversalCause): Promise<void> {
    await this.takeBack('cause', causes, why);
  }

  /**
   * Takes back whatever the rules gave for these posts, from their authors and from those who voted or accepted.
   * Bounties and sanctions hang on themselves, not on the post.
   */
  async revokeAllOf(postIds: readonly number[], why: ReversalCause = 'POST_DELETED'): Promise<void> {
    await this.takeBack('post_id', postIds, why);
  }

  private async takeBack(
    column: 'cause' | 'post_id',
    values: readonly unknown[],
    reversalCause: ReversalCause,
  ): Promise<void> {
    if (values.length === 0) return;
    await this.database.transaction(async () => {
      await this.store.lockAccountsWith(column, values);
      await this.enter(await this.store.reversals(column, values, reversalCause));
    });
  }

  /** Locks accounts for the surrounding transaction, which is about to read what they have. */
  lock(accountIds: readonly number[]): Promise<void> {
    return this.store.lockAccounts(accountIds);
  }

  /** Books entries in their order, for accounts that the surrounding transaction has locked. */
  async enter(entries: readonly PlannedEntry[]): Promise<void> {
    if (entries.length > 0) await this.store.append(book(entries));
  }
}
