import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

export type SignalKind = 'LOGIN' | 'VOTE' | 'ANSWER';

interface WeekKey {
  /** Its Monday, UTC, as `2026-11-16`. */
  week: string;
  /** Today, UTC. */
  day: string;
  key: Buffer;
}

/** How long a process goes by the key that it has read, in milliseconds: at the turn of a week that is no matter. */
const FRESH_FOR = 60_000;

/** Reads and writes signals. Nothing gives one out: they are compared where they are. */
@Injectable()
export class SignalStore {
  private known: (WeekKey & { readAt: number }) | null = null;

  constructor(private readonly database: Database) {}

  /** The database's clock decides which week it is; the first of a week draws its key. */
  async keyOfNow(): Promise<WeekKey> {
    if (this.known && Date.now() - this.known.readAt < FRESH_FOR) return this.known;
    const key = (await this.readKey()) ?? (await this.drawKey());
    // One that was drawn is gone if the transaction is.
    this.database.afterCommit(() => (this.known = { ...key, readAt: Date.now() }));
    return key;
  }

  async add(signal: { accountId: number; kind: SignalKind; hash: Buffer; day: string }): Promise<void> {
    await this.database.query(
      `insert into account_signal (account_id, kind, hash, day) values ($1, $2, $3, $4) on conflict do nothing`,
      [signal.accountId, signal.kind, signal.hash, signal.day],
    );
  }

  async deleteOlderThan(days: number): Promise<void> {
    await this.database.query(
      `delete from account_signal where day < (now() at time zone 'UTC')::date - $1::integer`,
      [days],
    );
    await this.database.query(
      `delete from signal_key k where week + 7 < (now() at time zone 'UTC')::date - $1::integer`,
      [days],
    );
  }

  private readKey(): Promise<WeekKey | undefined> {
    return this.database.one(
      `select week::text, (now() at time zone 'UTC')::date::text as day, key
         from signal_key where week = date_trunc('week', now() at time zone 'UTC')::date`,
    );
  }

  private async drawKey(): Promise<WeekKey> {
    await this.database.query(
      `insert into signal_key (week, key) values (date_trunc('week', now() at time zone 'UTC')::date, $1)
       on conflict do nothing`,
      [randomBytes(32)],
    );
    const drawn = await this.readKey();
    if (!drawn) throw new Error('the key of the week was not written');
    return drawn;
  }
}
