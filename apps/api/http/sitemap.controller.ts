import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { CatalogueQueries } from '#libs/catalogue';
import { forumPolicies, questionPath } from '#libs/forum';
import { GUEST, NotFoundError } from '#libs/kernel';
import { readableArticle } from '#libs/knowledge';
import { Access, Database, ENVIRONMENT } from '#libs/platform';
import type { Environment } from '#libs/platform';

/** Numbers a file covers; the protocol of sitemaps.org allows 50,000 addresses in one. */
const NUMBERS_PER_FILE = 20_000;
const XML = 'application/xml; charset=utf-8';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XHTML = 'http://www.w3.org/1999/xhtml';

interface Page {
  path: string;
  changedAt?: Date;
  /** The same page in all its languages, itself among them. */
  languages?: { locale: string; path: string }[];
}

/** What search engines may read, as everybody may: questions and published articles. */
@Controller()
export class SitemapController {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueQueries,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get('robots.txt')
  @Access(forumPolicies.browse)
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    const hidden = [
      '/search',
      '/ask',
      '/login',
      '/register',
      '/settings',
      '/goodbye',
      '/admin',
      '/candidates',
      '/desk',
      '/record',
      '/revisions/',
      '/graphql',
    ];
    return [
      'User-agent: *',
      ...hidden.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${this.environment.publicUrl}/sitemap.xml`,
      '',
    ].join('\n');
  }

  /** One list while everything fits in, else the list of the lists. */
  @Get('sitemap.xml')
  @Access(forumPolicies.browse)
  @Header('content-type', XML)
  async sitemap(): Promise<string> {
    const files = await this.fileCount();
    if (files <= 1) return this.urlset([...(await this.articles()), ...(await this.questions(0))]);
    const names = ['faq', ...Array.from({ length: files }, (_, file) => `questions-${file}`)];
    const entries = names.map(
      (name) => `<sitemap><loc>${this.address(`/sitemaps/${name}.xml`)}</loc></sitemap>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</sitemapindex>\n`;
  }

  @Get('sitemaps/faq.xml')
  @Access(forumPolicies.browse)
  @Header('content-type', XML)
  async faqSitemap(): Promise<string> {
    return this.urlset(await this.articles());
  }

  @Get('sitemaps/questions-:file.xml')
  @Access(forumPolicies.browse)
  @Header('content-type', XML)
  async questionsSitemap(@Param('file') file: string): Promise<string> {
    if (!/^\d{1,9}$/.test(file)) throw new NotFoundError('This sitemap');
    return this.urlset(await this.questions(Number(file)));
  }

  private async fileCount(): Promise<number> {
    const row = await this.database.one<{ last: number | null }>(`select max(id) as last from post`);
    return Math.ceil(((row?.last ?? 0) + 1) / NUMBERS_PER_FILE);
  }

  private async questions(file: number): Promise<Page[]> {
    const rows = await this.database.query<{ questionId: number; questionTitle: string; changedAt: Date }>(
      `select id as "questionId", title as "questionTitle", last_activity_at as "changedAt" from post
        where kind = 'question' and deleted_at is null and id >= $1::bigint and id < $1::bigint + $2 order by id`,
      [file * NUMBERS_PER_FILE, NUMBERS_PER_FILE],
    );
    return rows.map((row) => ({ path: questionPath(row), changedAt: row.changedAt }));
  }

  /** The categories of the FAQ, and its articles with the addresses of their translations. */
  private async articles(): Promise<Page[]> {
    const articles = await this.database.query<Page>(
      `with readable as (
         select id, '/faq/' || slug as path, locale, updated_at, coalesce(translation_of, id) as of_group
           from article k where ${readableArticle(GUEST)} order by id limit $1)
       select path, updated_at as "changedAt",
              json_agg(json_build_object('locale', locale, 'path', path))
                over (partition by of_group order by id rows between unbounded preceding and unbounded following) as languages
         from readable order by id`,
      [NUMBERS_PER_FILE],
    );
    const { categories } = await this.catalogue.current();
    const shelves = categories.filter((category) => !category.isArchived);
    return [...shelves.map(({ slug }) => ({ path: `/faq/category/${slug}` })), ...articles];
  }

  private urlset(pages: Page[]): string {
    const entries = pages.map(({ path, changedAt, languages = [] }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
      const alternates = languages.length > 1 ? languages.map((one) => this.alternate(one)).join('') : '';
      return `<url><loc>${this.address(path)}</loc>${changed}${alternates}</url>`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}" xmlns:xhtml="${XHTML}">\n${entries.join('\n')}\n</urlset>\n`;
  }

  private alternate({ locale, path }: { locale: string; path: string }): string {
    return `<xhtml:link rel="alternate" hreflang="${locale}" href="${this.address(path)}"/>`;
  }

  private address(path: string): string {
    return encodeURI(`${this.environment.publicUrl}${path}`)
      .replaceAll('&', '&amp;')
      .replaceAll("'", '&apos;');
  }
}
