import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { Ledger, StandingAwards, awardsForPromotion } from '#libs/reputation';
import { DUE_PROMOTIONS, ledgerChecks } from './checks/ledger.js';

interface PublishedSource {
  articleId: number;
  answerId: number;
  authorId: number;
  publishedBy: number | null;
}

/**
 * Brings the ledger in line with the forum, by entries like any other: nothing in it is ever changed. Credit that
 * stands for nothing is taken back, and what stands in the forum is credited.
 */
@Injectable()
export class LedgerRepair {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly standing: StandingAwards,
  ) {}

  async mend(postIds: readonly number[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.lock(postIds);
      await this.ledger.revoke(await this.brokenCauses(postIds), 'REPAIR');
      const visible = await this.visible(postIds);
      await this.ledger.award(await this.standing.ofPosts(visible));
      const sources = await this.publishedFrom(visible);
      await this.ledger.award(sources.flatMap((source) => awardsForPromotion(source)));
    });
  }

  /** Questions before answers, by number, as every change locks them. */
  private async lock(postIds: readonly number[]): Promise<void> {
    await this.database.query(
      `select id from post
        where id = any($1) or id in (select question_id from post where id = any($1))
        order by kind desc, id for no key update`,
      [postIds],
    );
  }

  /** Causes whose entries are not as they should be; all of each goes, and what is right comes back below. */
  private async brokenCauses(postIds: readonly number[]): Promise<string[]> {
    const causes = new Set<string>();
    for (const check of ledgerChecks) {
      const rows = await this.database.query<{ cause: string }>(
        `select distinct cause from (${check.findsAmong}) broken`,
        [postIds],
      );
      for (const { cause } of rows) causes.add(cause);
    }
    return [...causes];
  }

  private async visible(postIds: readonly number[]): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select p.id from post p left join post q on q.id = p.question_id
        where p.id = any($1) and p.deleted_at is null and q.deleted_at is null`,
      [postIds],
    );
    return rows.map(({ id }) => id);
  }

  private publishedFrom(answerIds: readonly number[]): Promise<PublishedSource[]> {
    return this.database.query(
      `select article_id as "articleId", post_id as "answerId", account_id as "authorId",
              published_by as "publishedBy"
         from (${DUE_PROMOTIONS}) due where post_id = any($1)`,
      [answerIds],
    );
  }
}
