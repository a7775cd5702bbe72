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

/** Of a schedule `s`. */
export const SCHEDULE_COLUMNS = `s.article_id as "articleId", s.publish_at as "publishAt", s.scheduled_by as "scheduledBy", s.problem`;

@Injectable()
export class ScheduleQueries {
  constructor(private readonly database: Database) {}

  ofArticles(articleIds: readonly number[]): Promise<ScheduleRow[]> {
    return this.database.query(
      `select ${SCHEDULE_COLUMNS} from article_schedule s where s.article_id = any($1) order by s.article_id`,
      [articleIds],
    );
  }
}
