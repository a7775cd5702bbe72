import type { Article, ArticleRow } from './model.ts';
import type { ArticlePlace } from './model/structure.ts';
import { personJsonLd, plainText } from './structured-data.ts';
import type { Publisher } from './structured-data.ts';

/** What search engines take of an answer; longer ones they cut themselves. */
const TEXT_LENGTH = 5000;

/** A list of questions with their answers, after https://schema.org/FAQPage. All of it has to stand on the page. */
export function faqJsonLd(
  articles: readonly (Pick<ArticleRow, 'title' | 'path' | 'locale'> & { bodyHtml: string })[],
  origin: string,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: articles.map(({ title, path, locale, bodyHtml }) => ({
      '@type': 'Question',
      name: title,
      url: origin + path,
      inLanguage: locale,
      acceptedAnswer: { '@type': 'Answer', text: plainText(bodyHtml, TEXT_LENGTH), url: origin + path },
    })),
  };
}

/** One article, after https://schema.org/TechArticle, with what it was made of and its translations. */
export function articleJsonLd(
  article: Pick<
    Article,
    | 'title'
    | 'path'
    | 'excerpt'
    | 'locale'
    | 'publishedAt'
    | 'updatedAt'
    | 'contributors'
    | 'sources'
    | 'tags'
  > &
    Pick<ArticlePlace, 'original' | 'translations'>,
  publisher: Publisher,
): Record<string, unknown> {
  const { original, translations, publishedAt, sources } = article;
  const { origin, site } = publisher;
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: article.title,
    description: article.excerpt,
    url: origin + article.path,
    mainEntityOfPage: origin + article.path,
    inLanguage: article.locale,
    dateModified: article.updatedAt,
    ...(publishedAt ? { datePublished: publishedAt } : {}),
    ...(article.tags.length > 0 ? { keywords: article.tags.map((tag) => tag.name).join(', ') } : {}),
    author: article.contributors.map((person) => personJsonLd(person, publisher)),
    publisher: { '@type': 'Organization', name: site, url: origin },
    ...(sources.length > 0 && { isBasedOn: sources.map(({ question }) => origin + question.path) }),
    ...(original
      ? { translationOfWork: workOf(original, origin) }
      : translations.length > 0 && { workTranslation: translations.map((one) => workOf(one, origin)) }),
  };
}

/** The way to a page, after https://schema.org/BreadcrumbList; the last step is the page itself. */
export function breadcrumbJsonLd(
  steps: readonly { name: string; path: string }[],
  origin: string,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: origin + path,
    })),
  };
}

function workOf({ path, title, locale }: { path: string; title: string; locale: string }, origin: string) {
  return { '@type': 'TechArticle', headline: title, inLanguage: locale, url: origin + path };
}
