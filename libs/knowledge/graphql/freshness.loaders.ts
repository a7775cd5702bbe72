import { Injectable } from '@nestjs/common';
import type { VersionRange } from '#libs/catalogue';
import { permits } from '#libs/kernel';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { FreshnessQueries } from '../persistence/freshness.queries.js';
import type { StaleReasonRow } from '../persistence/freshness.queries.js';
import { toArticle } from './article.types.js';
import type { Article } from './article.types.js';

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

/** By the number of a question: the article that had been read before it, where the viewer may see that. */
@Injectable()
export class ArticleBeforeLoader extends BatchLoader<number, Article | null> {
  constructor(private readonly freshness: FreshnessQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[], { viewer }: RequestContext) {
    return inOrderOf(
      questionIds,
      await this.freshness.articlesBefore(questionIds),
      (row) => row.questionId,
      (row) => (row && permits(knowledgePolicies.read, viewer, row) ? toArticle(row) : null),
    );
  }
}
