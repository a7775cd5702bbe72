import { Injectable } from '@nestjs/common';
import { BatchLoader, inOrderOf } from '#libs/platform';
import { RuleSets } from '../application/rule-sets.js';
import { RatingQueries } from '../persistence/rating.queries.js';
import type { OwnRatingRow, RatingSummaryRow } from '../persistence/rating.queries.js';

/** By the number of the answer; whether the viewer may see it is for the field to ask. */
@Injectable()
export class OwnRatingLoader extends BatchLoader<number, OwnRatingRow | null> {
  constructor(private readonly ratings: RatingQueries) {
    super();
  }

  protected async batch(answerIds: readonly number[]) {
    const rows = await this.ratings.ofAnswers(answerIds);
    return inOrderOf(
      answerIds,
      rows,
      (row) => row.answerId,
      (row) => row ?? null,
    );
  }
}

/** What is published of the ratings of helpers, by the number of the account; null where nothing is. */
@Injectable()
export class RatingSummaryLoader extends BatchLoader<number, RatingSummaryRow | null> {
  constructor(
    private readonly ratings: RatingQueries,
    private readonly ruleSets: RuleSets,
  ) {
    super();
  }

  protected async batch(helperIds: readonly number[]) {
    const { rules } = await this.ruleSets.current();
    const rows = await this.ratings.summaries(helperIds, rules.ratings.leastCount);
    return inOrderOf(
      helperIds,
      rows,
      (row) => row.helperId,
      (row) => row ?? null,
    );
  }
}
