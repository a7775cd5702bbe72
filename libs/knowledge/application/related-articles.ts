import { Inject, Injectable } from '@nestjs/common';
import { LOGGER } from '#libs/platform';
import type { Logger } from '#libs/platform';
import { groupOf } from '../domain/languages.js';
import { RELATED_AT_MOST } from '../domain/shelves.js';
import { fuse } from '../domain/fusion.js';
import type { ArticleRow } from '../persistence/article.queries.js';
import { RelatedQueries } from '../persistence/related.queries.js';

/** Finds articles that speak of the same: their numbers, the likest first; its own may be among them. */
export type Likeness = (article: ArticleRow, first: number) => Promise<number[]>;

/** More than are shown: what one list puts low, another may put high. */
const CANDIDATES = 4 * RELATED_AT_MOST;

/** What readers of one article may want to read next. */
@Injectable()
export class RelatedArticles {
  private likeness: Likeness | undefined;

  constructor(
    private readonly queries: RelatedQueries,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Search, which knows what texts are alike, stands above the FAQ and says so here. */
  compareBy(likeness: Likeness): void {
    this.likeness = likeness;
  }

  /**
   * By shared tags and categories and by likeness of the text; other languages of the same article are not related to
   * it. Each in the language of this article where there is one.
   */
  async of(article: ArticleRow, first: number): Promise<ArticleRow[]> {
    const [byShelf, byLikeness] = await Promise.all([
      this.queries.byShelf(article, CANDIDATES),
      this.alike(article),
    ]);
    const groups = fuse([byShelf, byLikeness]).filter((group) => group !== groupOf(article));
    if (groups.length === 0) return [];
    return (await this.queries.nearest(groups.slice(0, CANDIDATES), article.locale)).slice(0, first);
  }

  private async alike(article: ArticleRow): Promise<number[]> {
    if (!this.likeness) return [];
    try {
      return await this.queries.groupsOf(await this.likeness(article, CANDIDATES));
    } catch (error) {
      // The article is what the reader came for; a search that does not answer must not take it away.
      this.logger.warn({ err: error, articleId: article.articleId }, 'related articles without search');
      return [];
    }
  }
}
