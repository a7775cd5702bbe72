import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import type { VersionRange } from '#libs/catalogue';
import { FreshnessQueries } from '../persistence/freshness.queries.js';
import type { StaleReasonRow } from '../persistence/freshness.queries.js';

/** By the number of an article: why it may not be true any more. */
@Injectable()
export class StaleReasonsLoader extends BatchLoader<number, StaleReasonRow[]> {
  constructor(private readonly freshness: FreshnessQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return groupedByKeys(articleIds, await this.freshness.reasons(articleIds), (row) => row.articleId);
  }
}

/** By the number of an original: what it, and each of its translations, applies to. */
@Injectable()
export class ArticleRangesLoader extends BatchLoader<number, VersionRange[]> {
  constructor(private readonly freshness: FreshnessQueries) {
    super();
  }

  protected async batch(originalIds: readonly number[]) {
    return groupedByKeys(originalIds, await this.freshness.ranges(originalIds), (row) => row.originalId);
  }
}

/** By the number of a question: that of the article which had been read before; null for none. */
@Injectable()
export class ArticleBeforeLoader extends BatchLoader<number, number | null> {
  constructor(private readonly freshness: FreshnessQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[]) {
    return inOrderOf(
      questionIds,
      await this.freshness.articlesBefore(questionIds),
      (row) => row.questionId,
      (row) => row?.articleId ?? null,
    );
  }
}
