import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** When the newest version of an article is to become public. */
export interface ScheduleRow {
  articleId: number;
  publishAt: Date;
  scheduledBy: number;
  /** Why it could not be published when it was due. */
  problem: string | null;
}

const COLUMNS = `s.article_id as "articleId", s.publish_at as "publishAt", s.scheduled_by as "scheduledBy", s.problem`;

/** Publications to come. Their article's row is locked by whoever writes. */
@Injectable()
export class ScheduleStore {
  constructor(private readonly database: Database) {}

  of(articleIds: readonly number[]): Promise<ScheduleRow[]> {
    return this.database.query(
      `select ${COLUMNS} from article_schedule s where s.article_id = any($1) order by s.article_id`,
      [articleIds],
    );
  }

  async set(articleId: number, publishAt: Date, by: number): Promise<void> {
    await this.database.query(
      `insert into article_schedule (article_id, publish_at, scheduled_by) values ($1, $2, $3)
       on conflict (article_id) do update
         set publish_at = excluded.publish_at, scheduled_by = excluded.scheduled_by, scheduled_at = now(), problem = null`,
      [articleId, publishAt, by],
    );
  }

  /** Gives whether there was one. */
  async cancel(articleId: number): Promise<boolean> {
    const rows = await this.database.query(`delete from article_schedule where article_id = $1 returning 1`, [
      articleId,
    ]);
    return rows.length > 0;
  }

  /** What is due, the longest due first. */
  async due(now: Date): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select article_id as id from article_schedule where publish_at <= $1 order by publish_at, article_id`,
      [now],
    );
    return rows.map((row) => row.id);
  }

  async noteProblem(articleId: number, problem: string): Promise<void> {
    await this.database.query(
      `update article_schedule set problem = $2 where article_id = $1 and problem is distinct from $2`,
      [articleId, problem],
    );
  }
}
