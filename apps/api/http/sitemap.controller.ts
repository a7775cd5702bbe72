import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { forumPolicies, questionPath } from '#libs/forum';
import { GUEST, NotFoundError } from '#libs/kernel';
import { readableArticle } from '#libs/knowledge';
import { Access, Database, ENVIRONMENT } from '#libs/platform';
import type { Environment } from '#libs/platform';

/** Numbers a file covers; the protocol of sitemaps.org allows 50,000 addresses in one. */
const NUMBERS_PER_FILE = 20_000;
const XML = 'application/xml; charset=utf-8';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

interface Page {
  path: string;
  changedAt: Date;
}

/** What search engines may read, as everybody may: questions and published articles. */
@Controller()
export class SitemapController {
  constructor(
    private readonly database: Database,
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
      '/admin',
      '/candidates',
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

  private async articles(): Promise<Page[]> {
    return this.database.query<Page>(
      `select '/faq/' || k.slug as path, k.updated_at as "changedAt" from article k
        where ${readableArticle(GUEST)} order by k.id limit $1`,
      [NUMBERS_PER_FILE],
    );
  }

  private urlset(pages: Page[]): string {
    const entries = pages.map(
      ({ path, changedAt }) =>
        `<url><loc>${this.address(path)}</loc><lastmod>${changedAt.toISOString()}</lastmod></url>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">\n${entries.join('\n')}\n</urlset>\n`;
  }

  private address(path: string): string {
    return encodeURI(`${this.environment.publicUrl}${path}`)
      .replaceAll('&', '&amp;')
      .replaceAll("'", '&apos;');
  }
}
