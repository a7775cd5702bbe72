import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { ArticleStatus } from '../domain/article.js';

/** An article as readers see it, without its text: lists do not need it. */
export interface ArticleRow {
  articleId: number;
  slug: string;
  status: ArticleStatus;
  locale: string;
  version: number;
  title: string;
  excerpt: string;
  tags: string[];
  latestVersion: number;
  helpfulCount: number;
  notHelpfulCount: number;
  publishedAt: Date | null;
  updatedAt: Date;
  /** The curator who looks after it. */
  ownerId: number | null;
  /** When it is to be looked at again, as `2027-05-01`. */
  reviewDueOn: string | null;
  /** When a curator last said that it is true as it stands. */
  confirmedAt: Date | null;
  /** Otherwise a curator wrote it, or translated it. */
  isMadeOfAnswers: boolean;
  /** The number of the original; null for an original. */
  translationOf: number | null;
  /** The version of the original that is translated here, and the one that its readers see now. */
  translatedVersion: number | null;
  originalVersion: number | null;
}

/** Of an article `k`. */
export const ARTICLE_COLUMNS = `k.id as "articleId", k.slug, k.status, k.locale, k.version, k.title, k.excerpt, k.tags,
  k.latest_version as "latestVersion", k.helpful_count as "helpfulCount",
  k.not_helpful_count as "notHelpfulCount", k.published_at as "publishedAt", k.updated_at as "updatedAt",
  k.owner_id as "ownerId", to_char(k.review_due_on, 'YYYY-MM-DD') as "reviewDueOn", k.confirmed_at as "confirmedAt",
  k.made_of_answers as "isMadeOfAnswers", k.translation_of as "translationOf", k.translated_version as "translatedVersion",
  (select original.version from article original where original.id = k.translation_of) as "originalVersion"`;

/** How articles are read for screens. Where no viewer is taken, loaders ask who may see what was read. */
@Injectable()
export class ArticleQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly number[]): Promise<ArticleRow[]> {
    return this.database.query(`select ${ARTICLE_COLUMNS} from article k where k.id = any($1)`, [ids]);
  }

  /** Also by one that the article had before. */
  bySlug(slug: string): Promise<ArticleRow | undefined> {
    return this.database.one(
      `select ${ARTICLE_COLUMNS} from article_slug s join article k on k.id = s.article_id where s.slug = $1`,
      [slug.replaceAll('\0', '')],
    );
  }

  /** The articles that are not archived and were made from these answers. */
  ofAnswers(answerIds: readonly number[]): Promise<(ArticleRow & { answerId: number })[]> {
    return this.database.query(
      `select s.answer_id as "answerId", ${ARTICLE_COLUMNS} from article_source s join article k on k.id = s.article_id
        where s.answer_id = any($1) and s.is_live`,
      [answerIds],
    );
  }

  /** The answers that articles were made from, with their questions, in the order in which they became sources. */
  sources(
    articleIds: readonly number[],
  ): Promise<{ articleId: number; answerId: number; questionId: number }[]> {
    return this.database.query(
      `select s.article_id as "articleId", s.answer_id as "answerId", a.question_id as "questionId"
         from article_source s join post a on a.id = s.answer_id
        where s.article_id = any($1) order by s.article_id, s.position`,
      [articleIds],
    );
  }

  /**
   * Those whose answers they were, then those who edited, in the order in which they came. A translation thanks those
   * of its original too.
   */
  contributors(articleIds: readonly number[]): Promise<{ articleId: number; accountId: number }[]> {
    return this.database.query(
      `select k.id as "articleId", c.account_id as "accountId"
         from article k join article_contributor c on c.article_id in (k.id, k.translation_of)
        where k.id = any($1) group by k.id, c.account_id
        order by k.id, bool_and(c.kind = 'edit'), min(c.created_at), c.account_id`,
      [articleIds],
    );
  }

  /** How many articles that readers can see were made of each account's answers. */
  countsByAuthor(accountIds: readonly number[]): Promise<{ accountId: number; count: number }[]> {
    return this.database.query(
      `select c.account_id as "accountId", count(*)::int as count
         from article_contributor c join article k on k.id = c.article_id
        where c.account_id = any($1) and c.kind = 'answer' and k.status in ('PUBLISHED', 'STALE')
        group by c.account_id`,
      [accountIds],
    );
  }

  /** What this account, or this guest, has said of the articles. */
  feedback(
    articleIds: readonly number[],
    rater: { accountId: number } | { guestKey: Buffer },
  ): Promise<{ articleId: number; helpful: boolean }[]> {
    const [column, value] =
      'accountId' in rater ? ['account_id', rater.accountId] : ['guest_key', rater.guestKey];
    return this.database.query(
      `select article_id as "articleId", helpful from article_feedback
        where article_id = any($1) and ${column} = $2`,
      [articleIds, value],
    );
  }
}
