import type { Database } from '#libs/platform';
import { numberOf } from '../domain/document.js';

/** Asks the database again which of the things that an index found may be read: an index may lag behind. */
export class Readable {
  constructor(private readonly database: Database) {}

  /** The given ones that may be read, in their order. */
  async only<Hit extends { id: string }>(hits: readonly Hit[]): Promise<Hit[]> {
    if (hits.length === 0) return [];
    const numbers = (prefix: string) =>
      hits.filter(({ id }) => id.startsWith(prefix)).map(({ id }) => numberOf(id));
    const rows = await this.database.query<{ id: string }>(
      `select 'q_' || id as id from post where id = any($1) and kind = 'question' and deleted_at is null
       union all
       select 'k_' || id from article where id = any($2) and status in ('PUBLISHED', 'STALE')`,
      [numbers('q'), numbers('k')],
    );
    const readable = new Set(rows.map(({ id }) => id));
    return hits.filter(({ id }) => readable.has(id));
  }
}
