import { AccountQueries } from '#libs/accounts';
import { Composing, TagStore } from '#libs/forum';
import type { Actor } from '#libs/kernel';
import { slugify } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { Idempotency, createLogger } from '#libs/platform';
import { Builders, catalogueOn, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { Curating } from '../application/curating.js';
import { RelatedArticles } from '../application/related-articles.js';
import { Shelving } from '../application/shelving.js';
import { Translations } from '../application/translations.js';
import type { ArticleStatus } from '../domain/article.js';
import { ArticleQueries } from '../persistence/article.queries.js';
import { ArticleStore } from '../persistence/article.store.js';
import { FaqQueries } from '../persistence/faq.queries.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { RelatedQueries } from '../persistence/related.queries.js';
import { TranslationQueries } from '../persistence/translation.queries.js';
import { TranslationStore } from '../persistence/translation.store.js';

interface ArticleOptions {
  title?: string;
  body?: string;
  tags?: string[];
  locale?: string;
  status?: ArticleStatus;
}

/** The FAQ as readers go through it, for specs: its languages, its categories and what is related. */
export class Library {
  readonly make: Builders;
  readonly translations: Translations;
  readonly shelving: Shelving;
  readonly categories: ReturnType<typeof catalogueOn>['categories'];
  readonly faq: FaqQueries;
  readonly queue: TranslationQueries;
  readonly related: RelatedArticles;
  readonly articles: ArticleQueries;
  private readonly store: ArticleStore;
  private made = 0;

  constructor(private readonly db: TestDatabase) {
    const { database } = db;
    const { accounts } = forumOn(database);
    this.make = new Builders(database);
    this.store = new ArticleStore(database);
    this.articles = new ArticleQueries(database);
    this.faq = new FaqQueries(database);
    this.queue = new TranslationQueries(database);
    this.categories = catalogueOn(database).categories;
    const translations = new TranslationStore(database);
    const audit = new Audit(database);
    const curating = new Curating(database, accounts, this.store);
    this.translations = new Translations(
      curating,
      new TagStore(database),
      new Composing(new AccountQueries(database)),
      this.store,
      translations,
      new ProvenanceStore(database),
      audit,
      new Idempotency(database),
    );
    this.shelving = new Shelving(database, curating, translations, audit);
    this.related = new RelatedArticles(new RelatedQueries(database), createLogger('silent'));
  }

  curator(): Promise<Actor> {
    return this.make.member({ role: 'STAFF' });
  }

  /** An article that readers can see, unless another status is wanted; gives its number. */
  async article(options: ArticleOptions = {}): Promise<number> {
    const { title = `How the clock works, part ${++this.made}`, tags = [], locale = 'en' } = options;
    const text = this.text(title, options.body ?? 'Turn the wheel at the back until it clicks.');
    const author = await this.curator();
    const id = await this.store.insert(slugify(title), locale, { ...text, tags, authorId: author.accountId });
    await this.setStatus(id, options.status ?? 'PUBLISHED');
    return id;
  }

  /** A curator writes a new version. Readers see it once it is shown. */
  async rewrite(id: number, body: string): Promise<void> {
    const { title, tags, latestVersion } = await this.row(id);
    await this.store.addVersion(id, latestVersion + 1, { ...this.text(title, body), tags, authorId: null });
  }

  show(id: number): Promise<void> {
    return this.store.showLatest(id);
  }

  /** A translation that readers can see. */
  async translation(of: number, locale: string, title: string): Promise<number> {
    const body = `Dasselbe noch einmal, in dieser Sprache: ${locale}.`;
    const id = await this.translations.translate(await this.curator(), of, { locale, title, body });
    await this.setStatus(id, 'PUBLISHED');
    return id;
  }

  async setStatus(id: number, status: ArticleStatus): Promise<void> {
    await this.db.database.query(
      `update article set status = $2, published_at = case when $2 <> 'DRAFT' then now() end where id = $1`,
      [id, status],
    );
  }

  async row(id: number) {
    const [row] = await this.articles.byIds([id]);
    if (!row) throw new Error(`there is no article ${id}`);
    return row;
  }

  /** The titles of a page of the FAQ, in their order. */
  async titles(filter: Partial<Parameters<FaqQueries['page']>[0]>): Promise<string[]> {
    const { rows } = await this.faq.page({ statuses: ['PUBLISHED', 'STALE'], ...filter }, { first: 100 });
    return rows.map(({ title }) => title);
  }

  private text(title: string, body: string) {
    return { title, body, bodyHtml: `<p>${body}</p>`, excerpt: body, reason: null };
  }
}
