import { Injectable } from '@nestjs/common';
import { isActor, permits } from '#libs/kernel';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { ArticleQueries } from '../persistence/article.queries.js';
import type { ArticleRow } from '../persistence/article.queries.js';
import { VersionQueries } from '../persistence/version.queries.js';
import type { VersionKey, VersionText } from '../persistence/version.queries.js';
import { toArticle } from './article.types.js';
import type { Article } from './article.types.js';

/** Articles by number; null for those that do not exist and those that the viewer may not see. */
@Injectable()
export class ArticleLoader extends BatchLoader<number, Article | null> {
  constructor(private readonly articles: ArticleQueries) {
    super();
  }

  protected async batch(ids: readonly number[], context: RequestContext) {
    const rows = await this.articles.byIds(ids);
    return inOrderOf(
      ids,
      rows,
      (row) => row.articleId,
      (row) => asSeen(row, context),
    );
  }
}

/** By the number of an answer: the article that was made from it and is not archived, where the viewer may see it. */
@Injectable()
export class ArticleOfAnswerLoader extends BatchLoader<number, Article | null> {
  constructor(private readonly articles: ArticleQueries) {
    super();
  }

  protected async batch(answerIds: readonly number[], context: RequestContext) {
    const rows = await this.articles.ofAnswers(answerIds);
    return inOrderOf(
      answerIds,
      rows,
      (row) => row.answerId,
      (row) => asSeen(row, context),
    );
  }
}

/** The texts of versions, which lists leave out. */
@Injectable()
export class VersionTextLoader extends BatchLoader<VersionKey, VersionText> {
  constructor(private readonly versions: VersionQueries) {
    super();
  }

  protected override cacheKey({ articleId, number }: VersionKey): string {
    return `${articleId} ${number}`;
  }

  protected async batch(keys: readonly VersionKey[]) {
    return inOrderOf(
      keys.map((key) => this.cacheKey(key)),
      await this.versions.texts(keys),
      (row) => this.cacheKey(row),
      (row) => row ?? new Error('an article lacks one of its versions'),
    );
  }
}

/** The answer, and its question, that an article was made from; null if none is known. */
@Injectable()
export class ArticleSourceLoader extends BatchLoader<
  number,
  { answerId: number; questionId: number } | null
> {
  constructor(private readonly articles: ArticleQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    const rows = await this.articles.sources(articleIds);
    return groupedByKeys(articleIds, rows, (row) => row.articleId).map(([first]) => first ?? null);
  }
}

/** The accounts to thank for an article, those whose answers it was first. */
@Injectable()
export class ContributorsLoader extends BatchLoader<number, number[]> {
  constructor(private readonly articles: ArticleQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    const rows = await this.articles.contributors(articleIds);
    return groupedByKeys(articleIds, rows, (row) => row.articleId).map((contributors) =>
      contributors.map((contributor) => contributor.accountId),
    );
  }
}

/** What the viewer has said of articles, by account or, for guests, by their key. */
@Injectable()
export class ViewerFeedbackLoader extends BatchLoader<number, boolean | null> {
  constructor(private readonly articles: ArticleQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[], { viewer, guestKey }: RequestContext) {
    const rater = isActor(viewer) ? { accountId: viewer.accountId } : { guestKey };
    return inOrderOf(
      articleIds,
      await this.articles.feedback(articleIds, rater),
      (row) => row.articleId,
      (row) => row?.helpful ?? null,
    );
  }
}

@Injectable()
export class ArticleCountLoader extends BatchLoader<number, number> {
  constructor(private readonly articles: ArticleQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    return inOrderOf(
      accountIds,
      await this.articles.countsByAuthor(accountIds),
      (row) => row.accountId,
      (row) => row?.count ?? 0,
    );
  }
}

function asSeen(row: ArticleRow | undefined, { viewer }: RequestContext): Article | null {
  return row && permits(knowledgePolicies.read, viewer, row) ? toArticle(row) : null;
}
