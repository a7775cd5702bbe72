import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Where people's deeds are written down: a table with rising numbers, and whose deed a row `r` is. */
const SOURCES = {
  ledger: { table: 'reputation_entry', people: `select r.account_id from reputation_entry r` },
  posts: {
    table: 'post',
    people: `
      select unnest(array[r.author_id, q.author_id]) from post r left join post q on q.id = r.question_id`,
  },
  comments: { table: 'comment', people: `select r.author_id from comment r` },
  votes: { table: 'vote', people: `select r.voter_id from vote r` },
  edits: { table: 'post_revision', people: `select r.author_id from post_revision r` },
  feedback: {
    table: 'article_feedback',
    people: `select c.account_id from article_feedback r join article_contributor c on c.article_id = r.article_id`,
  },
} as const;
export type ActivitySource = keyof typeof SOURCES;

/**
 * Numbers are given out before rows are committed: a row may turn up after one with a higher number. Rows are
 * therefore looked at again until they are so old that nobody writes before them any more; what takes even longer is
 * found by night.
 */
const SETTLED_AFTER = `interval '5 minutes'`;

export interface Activity {
  /** Those who did something, or to whom something was done. */
  accountIds: number[];
  /** How far it was looked. */
  upTo: Map<ActivitySource, number>;
}

/** Who did something since the last look. */
@Injectable()
export class ActivityStore {
  constructor(private readonly database: Database) {}

  async sinceLastLook(): Promise<Activity> {
    const seen = await this.watermarks();
    const accountIds = new Set<number>();
    const upTo = new Map<ActivitySource, number>();
    for (const [source, { table, people }] of Object.entries(SOURCES)) {
      const from = seen.get(source) ?? 0;
      // Before who did something is read: what comes between the two is then seen twice, not never.
      const settled = await this.database.one<{ id: number | null }>(
        `select max(id) as id from ${table} where id > $1 and created_at < now() - ${SETTLED_AFTER}`,
        [from],
      );
      upTo.set(source as ActivitySource, settled?.id ?? from);
      const rows = await this.database.query<{ id: number }>(
        `select distinct id from (${people} where r.id > $1) as acting (id) where id is not null`,
        [from],
      );
      for (const { id } of rows) accountIds.add(id);
    }
    return { accountIds: [...accountIds].sort((a, b) => a - b), upTo };
  }

  /** Once everything that came of it is written. Of two who looked at once, the one who saw more counts. */
  async remember(upTo: ReadonlyMap<ActivitySource, number>): Promise<void> {
    await this.database.query(
      `insert into recognition_watermark (source, up_to)
       select source, up_to from unnest($1::text[], $2::bigint[]) as seen (source, up_to) order by source
       on conflict (source) do update set up_to = excluded.up_to, updated_at = now()
         where recognition_watermark.up_to < excluded.up_to`,
      [[...upTo.keys()], [...upTo.values()]],
    );
  }

  private async watermarks(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ source: string; upTo: number }>(
      `select source, up_to as "upTo" from recognition_watermark`,
    );
    return new Map(rows.map(({ source, upTo }) => [source, upTo]));
  }
}
