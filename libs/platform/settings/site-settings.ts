import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

/** How long another process may go on with the settings that it has read, in milliseconds. */
const FRESH_FOR = 2_000;

/**
 * Values that admins set for the whole site, by key. Read often and changed seldom, so they are kept in memory for
 * moments; whoever needs the truth inside a transaction asks for it as it is now.
 */
@Injectable()
export class SiteSettings {
  private known: { values: Promise<ReadonlyMap<string, unknown>>; readAt: number } | null = null;

  constructor(private readonly database: Database) {}

  async get<Value>(key: string, fallback: Value): Promise<Value> {
    const values = await this.all();
    return values.has(key) ? (values.get(key) as Value) : fallback;
  }

  /** As the database has it at this moment, for what must not go by a value that has just been changed. */
  async getNow<Value>(key: string, fallback: Value): Promise<Value> {
    const row = await this.database.one<{ value: Value }>(`select value from site_setting where key = $1`, [
      key,
    ]);
    return row ? row.value : fallback;
  }

  /** Writes inside the surrounding transaction; this process sees the change once it is committed. */
  async set(key: string, value: unknown): Promise<void> {
    await this.database.query(
      `insert into site_setting (key, value) values ($1, $2)
       on conflict (key) do update set value = excluded.value, updated_at = now()`,
      [key, JSON.stringify(value)],
    );
    this.database.afterCommit(() => (this.known = null));
  }

  private all(): Promise<ReadonlyMap<string, unknown>> {
    if (!this.known || Date.now() - this.known.readAt > FRESH_FOR) {
      const values = this.read();
      this.known = { values, readAt: Date.now() };
      // A failed read must not be remembered.
      values.catch(() => (this.known = null));
    }
    return this.known.values;
  }

  private async read(): Promise<ReadonlyMap<string, unknown>> {
    const rows = await this.database.query<{ key: string; value: unknown }>(
      `select key, value from site_setting`,
    );
    return new Map(rows.map((row) => [row.key, row.value]));
  }
}
