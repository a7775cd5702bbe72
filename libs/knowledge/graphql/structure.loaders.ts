import { Injectable } from '@nestjs/common';
import { permits } from '#libs/kernel';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import type { Page, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { groupOf } from '../domain/languages.js';
import { FaqQueries } from '../persistence/faq.queries.js';
import type { CategoryPageKey, ShelfKey } from '../persistence/faq.queries.js';
import type { ArticleRow } from '../persistence/article.queries.js';
import { TranslationQueries } from '../persistence/translation.queries.js';
import type { OriginalChanges } from '../persistence/translation.queries.js';
import { toArticle } from './article.types.js';
import type { Article } from './article.types.js';

/** By the number of an original: itself and its translations, those that the viewer may see. */
@Injectable()
export class GroupLoader extends BatchLoader<number, Article[]> {
  constructor(private readonly translations: TranslationQueries) {
    super();
  }

  protected async batch(groups: readonly number[], { viewer }: RequestContext) {
    const rows = await this.translations.members(groups);
    return groupedByKeys(groups, rows, groupOf).map((members) =>
      members.filter((row) => permits(knowledgePolicies.read, viewer, row)).map(toArticle),
    );
  }
}

/** By the number of a translation: what its original has changed since; null where it has not. For curators. */
@Injectable()
export class OriginalChangesLoader extends BatchLoader<number, OriginalChanges | null> {
  constructor(private readonly translations: TranslationQueries) {
    super();
  }

  protected async batch(articleIds: readonly number[]) {
    return inOrderOf(
      articleIds,
      await this.translations.originalChanges(articleIds),
      (row) => row.articleId,
      (row) => row ?? null,
    );
  }
}

/** By the number of an original: the numbers of its categories. */
@Injectable()
export class CategoriesOfGroupLoader extends BatchLoader<number, number[]> {
  constructor(private readonly faq: FaqQueries) {
    super();
  }

  protected async batch(groups: readonly number[]) {
    const rows = await this.faq.categoriesOf(groups);
    return groupedByKeys(groups, rows, (row) => row.group).map((own) => own.map((row) => row.categoryId));
  }
}

/** By the number of a category: how many articles readers find in it. */
@Injectable()
export class CategoryCountLoader extends BatchLoader<number, number> {
  constructor(private readonly faq: FaqQueries) {
    super();
  }

  protected async batch(categoryIds: readonly number[]) {
    return inOrderOf(
      categoryIds,
      await this.faq.countsByCategory(categoryIds),
      (row) => row.categoryId,
      (row) => row?.count ?? 0,
    );
  }
}

/** A page of the articles of a category. */
@Injectable()
export class CategoryPageLoader extends BatchLoader<CategoryPageKey, Page<ArticleRow>> {
  constructor(private readonly faq: FaqQueries) {
    super();
  }

  protected override cacheKey(key: CategoryPageKey): string {
    return `${key.categoryId} ${this.likeness(key)}`;
  }

  /** A list of categories asks for all its pages alike, so that this is one statement. */
  protected async batch(keys: readonly CategoryPageKey[]) {
    const found = new Map<string, Page<ArticleRow>>();
    for (const same of Map.groupBy(keys, (key) => this.likeness(key)).values()) {
      const ids = same.map((key) => key.categoryId);
      const pages = await this.faq.pagesOfCategories(ids, same[0]!);
      same.forEach((key, index) => found.set(this.cacheKey(key), pages[index]!));
    }
    return keys.map((key) => found.get(this.cacheKey(key))!);
  }

  private likeness({ preferring, first, after }: CategoryPageKey): string {
    return JSON.stringify([preferring, first, after ?? null]);
  }
}

/** The most helpful articles of categories. */
@Injectable()
export class ShelfLoader extends BatchLoader<ShelfKey, Article[]> {
  constructor(private readonly faq: FaqQueries) {
    super();
  }

  protected override cacheKey({ categoryId, preferring, first }: ShelfKey): string {
    return `${categoryId} ${first} ${preferring}`;
  }

  /** A page asks for all its shelves alike, so that this is one statement. */
  protected async batch(keys: readonly ShelfKey[]) {
    const found = new Map<string, Article[]>();
    const alike = Map.groupBy(keys, ({ preferring, first }) => `${first} ${preferring}`);
    for (const same of alike.values()) {
      const ids = same.map((key) => key.categoryId);
      const rows = await this.faq.shelves(ids, same[0]!);
      const shelves = groupedByKeys(ids, rows, (row) => row.categoryId);
      same.forEach((key, index) => found.set(this.cacheKey(key), shelves[index]!.map(toArticle)));
    }
    return keys.map((key) => found.get(this.cacheKey(key)) ?? []);
  }
}
