import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { ScheduleProblem } from '../domain/schedule.js';

/** When the newest version of an article is to become public. */
export interface ScheduleRow {
  articleId: number;
  publishAt: Date;
  scheduledBy: number;
  /** Why it could not be published when it was due; null while it could not be tried. */
  problemKind: ScheduleProblem | null;
  /** The same as it was said to those who set the time. */
  problem: string | null;
}

/** Of a schedule `s`. */
export const SCHEDULE_COLUMNS = `s.article_id as "articleId", s.publish_at as "publishAt", s.scheduled_by as "scheduledBy",
  s.problem_kind as "problemKind", s.problem`;

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
