import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { ScheduleProblem } from '../domain/schedule.js';
import { SCHEDULE_COLUMNS } from './schedule.queries.js';
import type { ScheduleRow } from './schedule.queries.js';

/** Publications to come. Their article's row is locked by whoever writes. */
@Injectable()
export class ScheduleStore {
  constructor(private readonly database: Database) {}

  of(articleId: number): Promise<ScheduleRow | undefined> {
    return this.database.one(`select ${SCHEDULE_COLUMNS} from article_schedule s where s.article_id = $1`, [
      articleId,
    ]);
  }

  async set(articleId: number, publishAt: Date, by: number): Promise<void> {
    await this.database.query(
      `insert into article_schedule (article_id, publish_at, scheduled_by) values ($1, $2, $3)
       on conflict (article_id) do update
         set publish_at = excluded.publish_at, scheduled_by = excluded.scheduled_by, scheduled_at = now(), problem = null,
             problem_kind = null`,
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

  async noteProblem(articleId: number, kind: ScheduleProblem, problem: string): Promise<void> {
    await this.database.query(
      `update article_schedule set problem_kind = $2, problem = $3
        where article_id = $1 and (problem_kind, problem) is distinct from ($2, $3)`,
      [articleId, kind, problem],
    );
  }
}
