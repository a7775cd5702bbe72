import { Injectable } from '@nestjs/common';
import type { VersionRange } from '#libs/catalogue';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { StaleKind } from '../domain/staleness.js';
import { ARTICLE_COLUMNS } from './article.queries.js';
import type { ArticleRow } from './article.queries.js';

/** What is known of a reason; which of these, depends on its kind. */
export interface StaleDetail {
  votes?: number;
  notHelpful?: number;
  answers?: number;
  /** `2027-05-01`. */
  dueOn?: string;
  lookedAt?: string;
  versionIds?: number[];
  remark?: string;
}

export interface StaleReasonRow {
  articleId: number;
  kind: StaleKind;
  detail: StaleDetail;
  since: Date;
}

export interface StaleFilter {
  ownerId?: number | null;
  /** Only those that nobody looks after. */
  isUnowned?: boolean;
  kind?: StaleKind | null;
}

interface PageRequest {
  first: number;
  after?: string | null;
}

/** What asks to be looked at, and what those who look need to know. */
@Injectable()
export class FreshnessQueries {
  constructor(private readonly database: Database) {}

  /** Of each article the longest standing first. */
  reasons(articleIds: readonly number[]): Promise<StaleReasonRow[]> {
    return this.database.query(
      `select article_id as "articleId", kind, detail, since from article_stale_reason
        where article_id = any($1) order by article_id, since, kind`,
      [articleIds],
    );
  }

  /** Articles that readers see and that may not be true; those that have waited longest first. */
  async stale(
    { ownerId = null, isUnowned = false, kind = null }: StaleFilter,
    { first, after }: PageRequest,
  ): Promise<Page<ArticleRow & { staleSince: Date }>> {
    const [since, id] = after ? decodeCursor('stale-articles', ['time', 'number'], after) : ['-infinity', 0];
    const rows = await this.database.query<ArticleRow & { staleSince: Date }>(
      `select ${ARTICLE_COLUMNS}, waiting.since as "staleSince"
         from (select article_id, min(since) as since, array_agg(kind) as kinds
                 from article_stale_reason group by article_id) waiting
         join article k on k.id = waiting.article_id
        where k.status = 'STALE' and ($1::bigint is null or k.owner_id = $1)
          and (not $2::boolean or k.owner_id is null) and ($3::text is null or $3 = any(waiting.kinds))
          and (waiting.since, k.id) > ($4, $5)
        order by waiting.since, k.id limit $6`,
      [ownerId, isUnowned, kind, since, id, first + 1],
    );
    return pageOf(rows, first);
  }

  /** What articles apply to, by the number of their original. */
  ranges(originalIds: readonly number[]): Promise<({ originalId: number } & VersionRange)[]> {
    return this.database.query(
      `select article_id as "originalId", product_id as "productId", from_version_id as "fromVersionId",
              to_version_id as "toVersionId"
         from article_applicability where article_id = any($1) order by article_id, product_id`,
      [originalIds],
    );
  }

  /**
   * Accepted and official answers of products of which a version has come out since they were written, and which say,
   * or whose question says, that they hold for all later ones; without those that a curator has looked at since.
   */
  async answersToReview(
    productId: number | null,
    { first, after }: PageRequest,
  ): Promise<Page<{ answerId: number; versionId: number }>> {
    const [last] = after ? decodeCursor('answers-to-review', ['number'], after) : [0];
    const rows = await this.database.query<{ answerId: number; versionId: number }>(
      `select a.id as "answerId", newest.id as "versionId"
         from post_applicability pa
         join post p on p.id = pa.post_id
         join post a on a.id = p.id or a.question_id = p.id
         join post q on q.id = a.question_id
         join product_version newest on newest.id = newest_released_version(pa.product_id)
         left join product_version first on first.id = pa.from_version_id
         left join answer_version_check done on done.answer_id = a.id
         left join product_version checked on checked.id = done.version_id and checked.product_id = pa.product_id
        where pa.to_version_id is null and ($1::bigint is null or pa.product_id = $1)
          and a.deleted_at is null and q.deleted_at is null
          and (a.accepted_at is not null or a.official_at is not null)
          -- what an answer says of itself counts for more than what its question says
          and (p.id = a.id or not exists (select from post_applicability own where own.post_id = a.id))
          and newest.announced_at > coalesce(a.edited_at, a.created_at)
          and (first.id is null or first.ordinal <= newest.ordinal)
          and (checked.id is null or checked.ordinal < newest.ordinal)
          and a.id > $2
        order by a.id limit $3`,
      [productId, last, first + 1],
    );
    return pageOf(rows, first);
  }

  /** The article that had been read before each question was asked. */
  articlesBefore(questionIds: readonly number[]): Promise<(ArticleRow & { questionId: number })[]> {
    return this.database.query(
      `select a.question_id as "questionId", ${ARTICLE_COLUMNS}
         from question_after_article a join article k on k.id = a.article_id where a.question_id = any($1)`,
      [questionIds],
    );
  }

  /** Questions that were asked after reading an article, the newest first; without deleted ones. */
  async questionsAfter(
    articleId: number,
    { first, after }: PageRequest,
  ): Promise<Page<{ questionId: number }>> {
    const [last] = after ? decodeCursor('questions-after', ['number'], after) : [Number.MAX_SAFE_INTEGER];
    const rows = await this.database.query<{ questionId: number }>(
      `select a.question_id as "questionId" from question_after_article a join post q on q.id = a.question_id
        where a.article_id = $1 and q.deleted_at is null and a.question_id < $2
        order by a.question_id desc limit $3`,
      [articleId, last, first + 1],
    );
    return pageOf(rows, first);
  }

  /** Those who curate, by name. There are few. */
  async curators(): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from account where role in ('STAFF', 'ADMIN') and erased_at is null
        order by lower(display_name), id limit 200`,
    );
    return rows.map(({ id }) => id);
  }
}
