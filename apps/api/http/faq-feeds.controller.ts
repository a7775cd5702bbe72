import { Controller, Get, Header, Param } from '@nestjs/common';
import { AccountQueries } from '#libs/accounts';
import { CatalogueQueries } from '#libs/catalogue';
import type { CategoryFacts } from '#libs/catalogue';
import { forumPolicies } from '#libs/forum';
import { NotFoundError } from '#libs/kernel';
import { ArticleQueries, FaqQueries, READABLE_STATUSES, articlePath } from '#libs/knowledge';
import { Access } from '#libs/platform';
import { ATOM, AtomFeeds, FEED_ENTRIES } from './atom.js';
import type { FeedAuthor } from './atom.js';

const LOCALE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Atom feeds of the FAQ: whole, of one category, of one language, or both. */
@Controller('feeds')
export class FaqFeedsController {
  constructor(
    private readonly faq: FaqQueries,
    private readonly articles: ArticleQueries,
    private readonly accounts: AccountQueries,
    private readonly catalogue: CatalogueQueries,
    private readonly feeds: AtomFeeds,
  ) {}

  /** Each article once, in its original language. */
  @Get('faq.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  whole(): Promise<string> {
    return this.render('/feeds/faq.atom', null, null);
  }

  /** What is written in one language, translations among it. */
  @Get('faq/:locale.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  inLanguage(@Param('locale') locale: string): Promise<string> {
    return this.render(`/feeds/faq/${locale}.atom`, null, locale);
  }

  @Get('faq/categories/:slug.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async ofCategory(@Param('slug') slug: string): Promise<string> {
    const category = await this.category(slug);
    return this.render(`/feeds/faq/categories/${encodeURIComponent(category.slug)}.atom`, category, null);
  }

  @Get('faq/categories/:slug/:locale.atom')
  @Access(forumPolicies.browse)
  @Header('content-type', ATOM)
  async ofCategoryInLanguage(@Param('slug') slug: string, @Param('locale') locale: string): Promise<string> {
    const category = await this.category(slug);
    const path = `/feeds/faq/categories/${encodeURIComponent(category.slug)}/${locale}.atom`;
    return this.render(path, category, locale);
  }

  private async category(slug: string): Promise<CategoryFacts> {
    const category = (await this.catalogue.current()).categoryBySlug(slug);
    if (!category) throw new NotFoundError('This category');
    return category;
  }

  private async render(path: string, category: CategoryFacts | null, locale: string | null): Promise<string> {
    if (locale !== null && !LOCALE.test(locale)) throw new NotFoundError('This language');
    const { rows } = await this.faq.page(
      {
        statuses: READABLE_STATUSES,
        categoryId: category?.id ?? null,
        // Readers of no language in particular: the original.
        ...(locale === null ? { preferring: '' } : { writtenIn: locale }),
      },
      { first: FEED_ENTRIES },
    );
    const authors = await this.authorsOf(rows.map(({ articleId }) => articleId));
    const page = category ? `/faq/category/${encodeURIComponent(category.slug)}` : '/faq';
    const name = category ? `FAQ: ${category.name}` : 'FAQ';
    const title = locale === null ? name : `${name} (${locale})`;
    return this.feeds.render(
      { path, title, page },
      rows.map((article) => ({
        path: articlePath(article),
        title: article.title,
        summary: article.excerpt,
        authors: authors.get(article.articleId) ?? [],
        publishedAt: article.publishedAt ?? article.updatedAt,
        updatedAt: article.updatedAt,
      })),
    );
  }
  /** Whom to thank for each article, those whose answers it was made of first; without those who have left. */
  private async authorsOf(articleIds: readonly number[]): Promise<Map<number, FeedAuthor[]>> {
    const contributors = await this.articles.contributors(articleIds);
    const people = await this.accounts.byIds([...new Set(contributors.map(({ accountId }) => accountId))]);
    const byId = new Map(people.map((person) => [person.accountId, person]));
    const authors = new Map<number, FeedAuthor[]>();
    for (const { articleId, accountId } of contributors) {
      const person = byId.get(accountId);
      if (person) authors.set(articleId, [...(authors.get(articleId) ?? []), person]);
    }
    return authors;
  }
}
