import { Injectable } from '@nestjs/common';
import type { VersionRange } from '#libs/catalogue';
import { Database } from '#libs/platform';
import { PRODUCTS_AT_MOST } from '../domain/care.js';

/** An article as those who look after it see it: locked. */
export interface ArticleInCare {
  readonly id: number;
  /** The original, which says what all translations apply to; the article itself if it is one. */
  readonly originalId: number;
  /** The version that readers see. */
  readonly version: number;
  readonly isShown: boolean;
  readonly ownerId: number | null;
  /** `2027-05-01`. */
  readonly reviewDueOn: string | null;
}

/** Who looks after articles, when they are looked at again, and what they apply to. */
@Injectable()
export class CareStore {
  constructor(private readonly database: Database) {}

  /** Locks the article, and the original that it translates, by number. */
  async lock(articleId: number): Promise<ArticleInCare | undefined> {
    await this.database.query(
      `select id from article where id = $1 or id = (select translation_of from article where id = $1)
        order by id for no key update`,
      [articleId],
    );
    return this.database.one(
      `select id, coalesce(translation_of, id) as "originalId", version, status in ('PUBLISHED', 'STALE') as "isShown",
              owner_id as "ownerId", to_char(review_due_on, 'YYYY-MM-DD') as "reviewDueOn"
         from article where id = $1`,
      [articleId],
    );
  }

  async set(articleId: number, care: { ownerId: number | null; reviewDueOn: string | null }): Promise<void> {
    await this.database.query(`update article set owner_id = $2, review_due_on = $3 where id = $1`, [
      articleId,
      care.ownerId,
      care.reviewDueOn,
    ]);
  }

  /** Whether it is the account of somebody who curates. */
  async curates(accountId: number): Promise<boolean> {
    const row = await this.database.one(
      `select 1 from account where id = $1 and erased_at is null and role in ('STAFF', 'ADMIN')`,
      [accountId],
    );
    return row !== undefined;
  }

  ranges(originalId: number): Promise<VersionRange[]> {
    return this.database.query(
      `select product_id as "productId", from_version_id as "fromVersionId", to_version_id as "toVersionId"
         from article_applicability where article_id = $1 order by product_id`,
      [originalId],
    );
  }

  /** Whoever says what an article applies to knows the versions that are out. */
  async setRange(originalId: number, { productId, fromVersionId, toVersionId }: VersionRange): Promise<void> {
    await this.database.query(
      `insert into article_applicability (article_id, product_id, from_version_id, to_version_id, checked_version_id)
       values ($1, $2, $3, $4, newest_released_version($2))
       on conflict (article_id, product_id) do update
          set from_version_id = excluded.from_version_id, to_version_id = excluded.to_version_id,
              checked_version_id = excluded.checked_version_id
        where (article_applicability.from_version_id, article_applicability.to_version_id)
              is distinct from (excluded.from_version_id, excluded.to_version_id)`,
      [originalId, productId, fromVersionId, toVersionId],
    );
  }

  async keepRangesOf(originalId: number, productIds: readonly number[]): Promise<void> {
    await this.database.query(
      `delete from article_applicability where article_id = $1 and product_id <> all($2)`,
      [originalId, productIds],
    );
  }

  /**
   * What a new article applies to, as far as its answers know: where they say that they hold, or else, for an answer
   * that says nothing, from the version of its asker on. Several answers about one product widen the range.
   */
  async adoptRanges(articleId: number): Promise<void> {
    await this.database.query(
      `insert into article_applicability (article_id, product_id, from_version_id, to_version_id, checked_version_id)
       select $1, known.product_id,
              case when bool_or(known.from_version_id is null) then null
                   else (array_agg(known.from_version_id order by first.ordinal))[1] end,
              case when bool_or(known.to_version_id is null) then null
                   else (array_agg(known.to_version_id order by last.ordinal desc))[1] end,
              newest_released_version(known.product_id)
         from (select coalesce(own.product_id, asked.product_id) as product_id,
                      case when own.post_id is null then asked.from_version_id else own.from_version_id end
                        as from_version_id,
                      own.to_version_id
                 from article_source s
                 join post answer on answer.id = s.answer_id
                 left join post_applicability own on own.post_id = answer.id
                 left join post_applicability asked on asked.post_id = answer.question_id
                where s.article_id = $1 and coalesce(own.product_id, asked.product_id) is not null) known
         left join product_version first on first.id = known.from_version_id
         left join product_version last on last.id = known.to_version_id
        group by known.product_id order by count(*) desc, known.product_id limit $2
       on conflict do nothing`,
      [articleId, PRODUCTS_AT_MOST],
    );
  }
}
