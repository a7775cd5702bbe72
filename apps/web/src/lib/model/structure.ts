import type { ArticleRow, ArticleStatus, DiffLine, Page } from '../model.ts';

/** What pages know of the order of the FAQ, as its documents fetch it. */

export interface ArticleLink {
  id: string;
  title: string;
  path: string;
  locale: string;
}

export interface Shelf {
  id: string;
  slug: string;
  name: string;
  description: string;
  path: string;
  articleCount: number;
  product: { id: string; name: string } | null;
}

export interface FilledShelf extends Shelf {
  topArticles: ArticleLink[];
}

/** An article of a category with its whole text. */
export interface ShelfArticle extends ArticleRow {
  bodyHtml: string;
}

export interface FaqLanguage {
  locale: string;
  articleCount: number;
}

/** An article among its translations, its headings and its neighbours. */
export interface ArticlePlace {
  isOutdated: boolean;
  original: ArticleLink | null;
  translations: (ArticleLink & { status: ArticleStatus })[];
  categories: { id: string; name: string; path: string; isArchived: boolean }[];
  related: ArticleLink[];
  headings: { level: number; text: string; anchor: string }[];
}

export interface OriginalChange {
  fromVersion: number;
  toVersion: number;
  diff: { title: DiffLine[]; body: DiffLine[] };
}

export interface TranslationCopy {
  id: string;
  path: string;
  locale: string;
  status: ArticleStatus;
  originalChange: OriginalChange | null;
  viewerCan: { publish: boolean };
  workingCopy: {
    version: number;
    title: string;
    body: string;
    translatedVersion: number | null;
    tags: { id: string; name: string }[];
  };
}

/** An original with everything that a translator needs. */
export interface Translatable {
  id: string;
  path: string;
  title: string;
  locale: string;
  version: number;
  body: string;
  bodyHtml: string;
  tags: { id: string; name: string }[];
  viewerCan: { edit: boolean };
  original: { id: string; path: string } | null;
  translations: TranslationCopy[];
}

export interface OutdatedTranslation extends ArticleLink {
  status: ArticleStatus;
  originalChange: { fromVersion: number } | null;
  original: (ArticleLink & { updatedAt: string }) | null;
}

export interface TranslationQueues {
  outdatedTranslations: Page<OutdatedTranslation>;
  missingTranslations: Page<ArticleLink & { helpfulCount: number }>;
}
