import { Injectable } from '@nestjs/common';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import { DeflectionQueries } from '../persistence/deflection.queries.js';
import { GapQueries } from '../persistence/gap.queries.js';
import type { GapExampleRow, GapStepRow } from '../persistence/gap.queries.js';
import type { ArticleDeflection } from './deflection.types.js';

/** By the number of an article; null for those that nobody opened yet. */
@Injectable()
export class ArticleDeflectionLoader extends BatchLoader<number, ArticleDeflection | null> {
  constructor(private readonly deflections: DeflectionQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return inOrderOf(
      articleIds,
      await this.deflections.ofArticles(articleIds),
      (row) => row.articleId,
      (row) => row && { since: row.since, opened: row.opened, solved: row.solved, askedAnyway: row.asked },
    ).map((deflection) => deflection ?? null);
  }
}

@Injectable()
export class GapExamplesLoader extends BatchLoader<number, GapExampleRow[]> {
  constructor(private readonly gaps: GapQueries) {
    super();
  }

  protected async batch(gapIds: readonly number[]) {
    return groupedByKeys(gapIds, await this.gaps.examples(gapIds), (row) => row.gapId);
  }
}

/** What became of gaps, in the order in which it happened. */
@Injectable()
export class GapStepsLoader extends BatchLoader<number, GapStepRow[]> {
  constructor(private readonly gaps: GapQueries) {
    super();
  }

  protected async batch(gapIds: readonly number[]) {
    return groupedByKeys(gapIds, await this.gaps.steps(gapIds), (row) => row.gapId);
  }
}
