import type { Database } from '#libs/platform';
import { numberOf, type SearchDocument, type SearchKind } from '../domain/document.js';
import type { IndexedState, SearchBatch, WritableIndex } from '../domain/engine.js';
import { languageOf } from '../domain/language.js';
import { spaced } from '../domain/words.js';
import { LanguageConfigs } from './languages.js';
import { distinctWords, Lexicon } from './lexicon.js';

/** The index that answers, or the one that is being built beside it. */
export type Copy = 'live' | 'next';

export function tableOf(copy: Copy): 'search_document' | 'search_document_next' {
  return copy === 'live' ? 'search_document' : 'search_document_next';
}

interface OldText {
  id: string;
  rev: number;
  title: string;
  tags: string[];
  text: string;
}

/** Vectors have room for about this many words of text; a document of hundreds of thousands would be refused. */
const LONGEST_TITLE_KEY = 300;

/** The writing side of the index in PostgreSQL. */
export class PostgresIndex implements WritableIndex {
  private readonly table: ReturnType<typeof tableOf>;
  private readonly lexicon: Lexicon;
  private readonly configs: LanguageConfigs;
  private readonly used = new Set<string>();

  constructor(
    private readonly database: Database,
    copy: Copy = 'live',
  ) {
    this.table = tableOf(copy);
    this.configs = new LanguageConfigs(database);
    this.lexicon = new Lexicon(database, copy === 'live' ? 'search_lexicon' : 'search_lexicon_next');
  }

  async apply({ upserts, deletes }: SearchBatch): Promise<void> {
    if (upserts.length + deletes.length === 0) return;
    await this.database.transaction(async () => {
      const before = await this.textsBefore([...upserts.map(({ id }) => id), ...deletes]);
      const newer = upserts.filter(({ id, rev }) => rev >= (before.get(id)?.rev ?? 0));
      await this.upsert(newer);
      if (deletes.length > 0) {
        await this.database.query(`delete from ${this.table} where id = any($1)`, [deletes]);
      }
      await this.countWords(newer, deletes, before);
    });
  }

  states(kind: SearchKind, after: number, limit: number): Promise<IndexedState[]> {
    return this.database.query(
      `select id, digest from ${this.table} where kind = $1 and number > $2 order by number limit $3`,
      [kind, after, limit],
    );
  }

  private async textsBefore(ids: readonly string[]): Promise<Map<string, OldText>> {
    const rows = await this.database.query<OldText>(
      `select id, rev, title, tags, text from ${this.table} where id = any($1) for update`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async upsert(documents: readonly SearchDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const configs = await Promise.all(documents.map(({ locale }) => this.configs.of(languageOf(locale))));
    await this.noteUse(new Set(configs));
    const rows = documents.map((document, turn) => ({
      ...document,
      number: numberOf(document.id),
      config: configs[turn],
      title_key: spaced(document.title).slice(0, LONGEST_TITLE_KEY),
      answer_count: document.answerCount,
      created_at: document.createdAt,
      updated_at: document.updatedAt,
      active_at: document.activeAt,
      title_words: spaced(document.title),
      tag_words: spaced(document.tags.join(' ')),
      text_words: spaced(document.text),
    }));
    await this.database.query(
      `insert into ${this.table} as known (
         id, kind, number, locale, config, title, title_key, tags, text, accepted, official, answered, authors,
         products, versions, helpfulness, score, answer_count, audience, created_at, updated_at, active_at, rev,
         digest, title_vector, vector)
       select id, kind, number, locale, config, title, title_key, tags, text, accepted, official, answered, authors,
              products, versions, helpfulness, score, answer_count, audience, created_at, updated_at, active_at, rev,
              digest,
              to_tsvector(config::regconfig, title_words),
              setweight(to_tsvector(config::regconfig, title_words), 'A')
                || setweight(to_tsvector(config::regconfig, tag_words), 'B')
                || setweight(to_tsvector(config::regconfig, text_words), 'C')
       from jsonb_to_recordset($1::jsonb) as given (
         id text, kind text, number bigint, locale text, config text, title text, title_key text, tags text[],
         text text, accepted boolean, official boolean, answered boolean, authors bigint[], products text[],
         versions text[], helpfulness smallint, score integer, answer_count integer, audience text,
         created_at timestamptz, updated_at timestamptz, active_at timestamptz, rev bigint, digest text,
         title_words text, tag_words text, text_words text)
       on conflict (id) do update set
         locale = excluded.locale, config = excluded.config, title = excluded.title, title_key = excluded.title_key,
         tags = excluded.tags, text = excluded.text, accepted = excluded.accepted, official = excluded.official,
         answered = excluded.answered, authors = excluded.authors, products = excluded.products,
         versions = excluded.versions, active_at = excluded.active_at, helpfulness = excluded.helpfulness,
         score = excluded.score, answer_count = excluded.answer_count, audience = excluded.audience,
         created_at = excluded.created_at, updated_at = excluded.updated_at,
         rev = excluded.rev, digest = excluded.digest, title_vector = excluded.title_vector, vector = excluded.vector
       where known.rev <= excluded.rev`,
      [JSON.stringify(rows)],
    );
  }

  private async noteUse(configs: ReadonlySet<string>): Promise<void> {
    const fresh = [...configs].filter((config) => !this.used.has(config));
    if (fresh.length === 0) return;
    await this.database.query('update search_language set used = true where config = any($1) and not used', [
      fresh,
    ]);
    // Remembered only once it is committed: the transaction may be rolled back.
    this.database.afterCommit(() => fresh.forEach((config) => this.used.add(config)));
  }

  private async countWords(
    upserted: readonly SearchDocument[],
    deleted: readonly string[],
    before: ReadonlyMap<string, OldText>,
  ): Promise<void> {
    const changes = new Map<string, number>();
    const add = (text: Pick<OldText, 'title' | 'tags' | 'text'>, by: number) => {
      for (const word of distinctWords(text.title, text.tags.join(' '), text.text)) {
        changes.set(word, (changes.get(word) ?? 0) + by);
      }
    };
    for (const document of upserted) {
      add(document, 1);
      const old = before.get(document.id);
      if (old) add(old, -1);
    }
    for (const id of deleted) {
      const old = before.get(id);
      if (old) add(old, -1);
    }
    await this.lexicon.count(changes);
  }
}
