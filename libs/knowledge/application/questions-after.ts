import { Injectable } from '@nestjs/common';
import { QuestionAsked } from '#libs/forum';
import { GUEST, parseGlobalId } from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import { readableArticle } from './policies.js';

/** Remembers which article had been read, and had not helped, when a question was asked. */
@Injectable()
export class QuestionsAfterArticles {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
  ) {
    events.on(QuestionAsked, async ({ post, afterReading }) => {
      const article = afterReading === null ? null : parseGlobalId(afterReading);
      if (article?.kind === 'article') await this.note(post.id, article.id);
    });
  }

  /** What is not, or no longer, for everybody to read is left out: it must not keep anybody from asking. */
  private async note(questionId: number, articleId: number): Promise<void> {
    await this.database.query(
      `insert into question_after_article (question_id, article_id, version)
       select $1, k.id, k.version from article k where k.id = $2 and ${readableArticle(GUEST)}`,
      [questionId, articleId],
    );
  }
}
