import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import { ReviewStore } from '../persistence/review.store.js';
import type { ReviewRow } from '../persistence/review.store.js';
import { ScheduleStore } from '../persistence/schedule.store.js';
import type { ScheduleRow } from '../persistence/schedule.store.js';
import { SourceQueries } from '../persistence/source.queries.js';
import type { SourceTextRow } from '../persistence/source.queries.js';

/** The reviews of an article's versions, the newest version first. */
@Injectable()
export class ReviewsLoader extends BatchLoader<number, ReviewRow[]> {
  constructor(private readonly reviews: ReviewStore) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return groupedByKeys(articleIds, await this.reviews.ofArticles(articleIds), (row) => row.articleId);
  }
}

@Injectable()
export class ScheduleLoader extends BatchLoader<number, ScheduleRow | null> {
  constructor(private readonly schedules: ScheduleStore) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return inOrderOf(
      articleIds,
      await this.schedules.of(articleIds),
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
