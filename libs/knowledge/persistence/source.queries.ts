import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** An answer behind an article, with both texts: the one it was last compared with, and the one of today. */
export interface SourceTextRow {
  articleId: number;
  answerId: number;
  questionId: number;
  pinnedRevision: number;
  pinnedBody: string;
  currentRevision: number;
  currentBody: string;
}

@Injectable()
export class SourceQueries {
  constructor(private readonly database: Database) {}

  /** In the order in which they became sources. */
  ofArticles(articleIds: readonly number[]): Promise<SourceTextRow[]> {
    return this.database.query(
      `select s.article_id as "articleId", s.answer_id as "answerId", a.question_id as "questionId",
              s.answer_revision as "pinnedRevision", pinned.body as "pinnedBody",
              a.revision as "currentRevision", a.body as "currentBody"
         from article_source s join post a on a.id = s.answer_id
         join post_revision pinned on pinned.post_id = a.id and pinned.number = s.answer_revision
        where s.article_id = any($1) order by s.article_id, s.position`,
      [articleIds],
    );
  }
}
