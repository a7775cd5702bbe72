import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import { ReviewQueries } from '../persistence/review.queries.js';
import type { ReviewRow } from '../persistence/review.queries.js';
import { ScheduleQueries } from '../persistence/schedule.queries.js';
import type { ScheduleRow } from '../persistence/schedule.queries.js';
import { SourceQueries } from '../persistence/source.queries.js';
import type { SourceTextRow } from '../persistence/source.queries.js';

/** The reviews of an article's versions, the newest version first. */
@Injectable()
export class ReviewsLoader extends BatchLoader<number, ReviewRow[]> {
  constructor(private readonly reviews: ReviewQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return groupedByKeys(articleIds, await this.reviews.ofArticles(articleIds), (row) => row.articleId);
  }
}

@Injectable()
export class ScheduleLoader extends BatchLoader<number, ScheduleRow | null> {
  constructor(private readonly schedules: ScheduleQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return inOrderOf(
      articleIds,
      await this.schedules.ofArticles(articleIds),
      (row) => row.articleId,
      (row) => row ?? null,
    );
  }
}

/** The answers that an article was made of, with their texts. */
@Injectable()
export class SourceTextsLoader extends BatchLoader<number, SourceTextRow[]> {
  constructor(private readonly sources: SourceQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return groupedByKeys(articleIds, await this.sources.ofArticles(articleIds), (row) => row.articleId);
  }
}
