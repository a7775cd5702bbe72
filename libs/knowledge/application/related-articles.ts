import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { LOGGER } from '#libs/platform';
import type { Logger } from '#libs/platform';
import { fuse } from '../domain/fusion.js';
import { groupOf } from '../domain/languages.js';
import { RELATED_AT_MOST } from '../domain/shelves.js';
import type { ArticleRow } from '../persistence/article.queries.js';
import { RelatedQueries } from '../persistence/related.queries.js';

/** Finds articles that speak of the same: their numbers, the likest first; its own may be among them. */
export type Likeness = (article: ArticleRow, first: number) => Promise<number[]>;

/** More than are shown: what one list puts low, another may put high. */
const CANDIDATES = 4 * RELATED_AT_MOST;

/** A search costs more than the rest of the page, and what reads alike changes slowly. */
const LIKENESS_KNOWN_FOR_MS = 60_000;
const ARTICLES_REMEMBERED = 1_000;

/** What readers of one article may want to read next. */
@Injectable()
export class RelatedArticles {
  private likeness: Likeness | undefined;
  private readonly known = new LRUCache<string, Promise<number[]>>({
    max: ARTICLES_REMEMBERED,
    ttl: LIKENESS_KNOWN_FOR_MS,
  });

  constructor(
    private readonly queries: RelatedQueries,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Search, which knows what texts are alike, stands above the FAQ and says so here. */
  compareBy(likeness: Likeness): void {
    this.likeness = likeness;
    this.known.clear();
  }

  /**
   * By shared tags and categories and by likeness of the text; other languages of the same article are not related to
   * it. Each in the language of this article where there is one.
   */
  async of(article: ArticleRow, first: number): Promise<ArticleRow[]> {
    const lists = await Promise.all([
      this.queries.byShelf(article, CANDIDATES),
      this.alike(article).catch((error: unknown) => {
        // The article is what the reader came for; a search that does not answer must not take it away.
        this.logger.warn({ err: error, articleId: article.articleId }, 'related articles without search');
        return [];
      }),
    ]);
    const ids = lists.flat();
    if (ids.length === 0) return [];
    // Asked for each time, also where the search is remembered: what was archived is seen by nobody.
    const rows = new Map(
      (await this.queries.nearest(ids, article.locale)).map((row) => [row.askedFor, row] as const),
    );
    const byGroup = new Map([...rows.values()].map((row) => [groupOf(row), row]));
    const ranked = lists.map((list) => list.flatMap((id) => rows.get(id) ?? []).map(groupOf));
    return fuse(ranked)
      .filter((group) => group !== groupOf(article))
      .slice(0, first)
      .flatMap((group) => byGroup.get(group) ?? []);
  }

  private alike(article: ArticleRow): Promise<number[]> {
    const { likeness, known } = this;
    if (!likeness) return Promise.resolve([]);
    const key = `${article.articleId} ${article.version}`;
    const remembered = known.get(key);
    if (remembered) return remembered;

    const ids = likeness(article, CANDIDATES);
    known.set(key, ids);
    // A failed search must not be remembered.
    ids.catch(() => known.delete(key));
    return ids;
  }
}
