import type { ArticleRow, Page } from '#lib/model.ts';
import type {
  FaqLanguage,
  FilledShelf,
  Shelf,
  ShelfArticle,
  Translatable,
  TranslationQueues,
} from '#lib/model/structure.ts';
import { document } from '../document.ts';
import { articleRow } from './fragments.ts';

const shelf = `
fragment Shelf on Category { id slug name description path articleCount product { id name } }`;

const articleLink = `
fragment ArticleLink on Article { id title path locale }`;

/** Where an article stands among its translations, its headings and its neighbours. */
export const articlePlace = `
fragment ArticlePlace on Article {
  isOutdated
  original { ...ArticleLink }
  translations { ...ArticleLink status }
  categories { id name path isArchived }
  related { ...ArticleLink }
  headings { level text anchor }
}
${articleLink}`;

export const faqShelves = document<
  {
    products: { id: string; name: string }[];
    categories: FilledShelf[];
    articles: Page<ArticleRow>;
    faqLanguages: FaqLanguage[];
  },
  { locale: string; after: string | null }
>(
  `
query FaqShelves($locale: String!, $after: String) {
  products { id name }
  categories { ...Shelf topArticles(first: 5, locale: $locale) { ...ArticleLink } }
  articles(first: 30, after: $after, status: null, locale: $locale, uncategorised: true) {
    nodes { ...ArticleRow }
    pageInfo { hasNextPage endCursor }
  }
  faqLanguages { locale articleCount }
}`,
  shelf,
  articleLink,
  articleRow,
);

export const faqOfTag = document<
  { articles: Page<ArticleRow> },
  { locale: string; tags: string[]; after: string | null }
>(
  `
query FaqOfTag($locale: String!, $tags: [String!], $after: String) {
  articles(first: 30, after: $after, status: null, locale: $locale, tags: $tags) {
    nodes { ...ArticleRow }
    pageInfo { hasNextPage endCursor }
  }
}`,
  articleRow,
);

export const categoryPage = document<
  { category: (Shelf & { isArchived: boolean; articles: Page<ShelfArticle> }) | null },
  { slug: string; locale: string; after: string | null }
>(
  `
query CategoryPage($slug: String!, $locale: String!, $after: String) {
  category(slug: $slug) {
    ...Shelf
    isArchived
    articles(first: 20, after: $after, locale: $locale) {
      nodes { ...ArticleRow bodyHtml }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  shelf,
  articleRow,
);

/** What the editor of an article offers to choose from, and what is chosen. */
export const articleShelves = document<
  {
    categories: { id: string; name: string; product: { id: string; name: string } | null }[];
    article: { id: string; categories: { id: string }[] } | null;
  },
  { slug: string }
>(`
query ArticleShelves($slug: String!) {
  categories { id name product { id name } }
  article(slug: $slug) { id categories { id } }
}`);

export const setArticleCategories = document<
  unknown,
  { input: { articleId: string; categoryIds: string[] } }
>(`
mutation SetArticleCategories($input: SetArticleCategoriesInput!) {
  setArticleCategories(input: $input) { article { id } }
}`);

export const translatable = document<
  { article: Translatable | null; knowledgeSettings: { requireReview: boolean } },
  { slug: string }
>(`
query Translatable($slug: String!) {
  article(slug: $slug) {
    id path title locale version body bodyHtml
    tags { id name }
    viewerCan { edit }
    original { id path }
    translations {
      id path locale status
      viewerCan { publish }
      originalChange {
        fromVersion toVersion
        diff {
          title { kind skipped spans { text changed } }
          body { kind skipped spans { text changed } }
        }
      }
      workingCopy { version title body translatedVersion tags { id name } }
    }
  }
  knowledgeSettings { requireReview }
}`);

export const translateArticle = document<
  { translateArticle: { article: { id: string; path: string } } },
  {
    input: {
      articleId: string;
      locale: string;
      title: string;
      body: string;
      tags: string[];
      originalVersion: number;
    };
  }
>(`
mutation TranslateArticle($input: TranslateArticleInput!) {
  translateArticle(input: $input) { article { id path } }
}`);

export const confirmTranslation = document<
  unknown,
  { input: { articleId: string; originalVersion: number } }
>(`
mutation ConfirmTranslation($input: ConfirmTranslationInput!) {
  confirmTranslation(input: $input) { article { id } }
}`);

export const translationQueues = document<
  TranslationQueues,
  { locale: string; behind: string | null; missing: string | null }
>(
  `
query TranslationQueues($locale: String!, $behind: String, $missing: String) {
  outdatedTranslations(first: 20, after: $behind) {
    nodes {
      ...ArticleLink status
      originalChange { fromVersion }
      original { ...ArticleLink updatedAt }
    }
    pageInfo { hasNextPage endCursor }
  }
  missingTranslations(first: 20, after: $missing, locale: $locale) {
    nodes { ...ArticleLink helpfulCount }
    pageInfo { hasNextPage endCursor }
  }
}`,
  articleLink,
);
