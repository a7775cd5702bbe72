import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Award } from '../domain/awards.js';
import { book } from '../domain/daily-cap.js';
import { RULES } from '../domain/rules.js';
import { LedgerStore } from '../persistence/ledger.store.js';
import type { NewEntry } from '../persistence/ledger.store.js';

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

  /** Credits the awards; what an account has for a cause already is left as it is. */
  async award(given: readonly Award[]): Promise<void> {
    const awards = [...new Map(given.map((award) => [`${award.accountId} ${award.cause}`, award])).values()];
    if (awards.length === 0) return;
    await this.database.transaction(async () => {
      await this.store.lockAccounts(awards.map((award) => award.accountId));
      const due = await this.store.due(awards);
      await this.enter(
        due.map(({ index, ...known }) => ({ ...awards[index]!, ...known, ruleVersion: RULES.version })),
      );
    });
  }

  /** Takes back whatever stands for these causes, whoever has it. Causes without an entry are no matter. */
  async revoke(causes: readonly string[]): Promise<void> {
    await this.takeBack('cause', causes);
  }

  /** Takes back whatever stands for these posts, from their authors and from those who voted or accepted. */
  async revokeAllOf(postIds: readonly number[]): Promise<void> {
    await this.takeBack('post_id', postIds);
  }

  private async takeBack(column: 'cause' | 'post_id', values: readonly unknown[]): Promise<void> {
    if (values.length === 0) return;
    await this.database.transaction(async () => {
      await this.store.lockAccountsWith(column, values);
      const standing = await this.store.standing(column, values);
      await this.enter(
        standing.map((entry) => ({ ...entry, reason: 'REVERSAL' as const, points: -entry.points })),
      );
    });
  }

  private async enter(entries: readonly Omit<NewEntry, 'delta' | 'pointsOfDay'>[]): Promise<void> {
    if (entries.length > 0) await this.store.append(book(entries, RULES.cappedPointsPerDay));
  }
}
