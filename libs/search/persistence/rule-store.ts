import type { Database } from '#libs/platform';
import { RuleBook, type SearchRules } from '../domain/rules.js';

/** How long a process may go on with the rules that it has read, in milliseconds. */
const FRESH_FOR_MS = 2_000;

export interface RuleVersion extends SearchRules {
  locale: string;
  version: number;
  authorId: number | null;
  reason: string | null;
  createdAt: Date;
}

const VERSION = `
  select locale, version, synonyms, stop_words as "stopWords", pinned, boosts, author_id as "authorId", reason,
         created_at as "createdAt"
  from search_rule_set`;

/** Every version of the rules that curators gave to search. Nothing is ever changed or taken away. */
export class RuleStore {
  private known: { book: Promise<RuleBook>; readAt: number } | undefined;

  constructor(private readonly database: Database) {}

  /** The newest rules of all locales, at most some moments old. */
  book(): Promise<RuleBook> {
    if (!this.known || Date.now() - this.known.readAt > FRESH_FOR_MS) {
      const book = this.read();
      this.known = { book, readAt: Date.now() };
      // A failed read must not be remembered.
      book.catch(() => (this.known = undefined));
    }
    return this.known.book;
  }

  /** As they are now. */
  async read(): Promise<RuleBook> {
    const rows = await this.database.query<RuleVersion>(
      `select distinct on (locale) newest.* from (${VERSION}) newest order by locale, version desc`,
    );
    return new RuleBook(
      new Map(
        rows.map(({ locale, synonyms, stopWords, pinned, boosts }) => [
          locale,
          { synonyms, stopWords, pinned, boosts },
        ]),
      ),
    );
  }

  newest(locale: string): Promise<RuleVersion | undefined> {
    return this.database.one<RuleVersion>(`${VERSION} where locale = $1 order by version desc limit 1`, [
      locale,
    ]);
  }

  version(locale: string, version: number): Promise<RuleVersion | undefined> {
    return this.database.one<RuleVersion>(`${VERSION} where locale = $1 and version = $2`, [locale, version]);
  }

  /** Older than `before`, the newest first. */
  history(locale: string, page: { limit: number; before?: number }): Promise<RuleVersion[]> {
    return this.database.query<RuleVersion>(
      `${VERSION} where locale = $1 and ($2::integer is null or version < $2) order by version desc limit $3`,
      [locale, page.before ?? null, page.limit],
    );
  }

  /** Inside the caller's transaction. Two who write one version at once: the later one breaks the primary key. */
  async add(rules: SearchRules & Omit<RuleVersion, 'createdAt'>): Promise<void> {
    await this.database.query(
      `insert into search_rule_set (locale, version, synonyms, stop_words, pinned, boosts, author_id, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        rules.locale,
        rules.version,
        JSON.stringify(rules.synonyms),
        rules.stopWords,
        JSON.stringify(rules.pinned),
        JSON.stringify(rules.boosts),
        rules.authorId,
        rules.reason,
      ],
    );
    // The writers of all processes look whether their engines have to be told.
    await this.database.query('notify search_dirty');
    this.database.afterCommit(() => (this.known = undefined));
  }

  /** The languages that can have rules of their own. */
  async languages(): Promise<string[]> {
    const rows = await this.database.query<{ language: string }>(
      'select language from search_language order by language',
    );
    return rows.map(({ language }) => language);
  }
}
