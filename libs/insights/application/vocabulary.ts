import { RuleStore, Stems, wordsOf } from '#libs/search';
import type { Database } from '#libs/platform';
import { Meanings } from '../domain/meanings.js';

/** What is known of the words of one language. */
export interface LanguageWords {
  /** The stem of each word; a stop word has none. */
  stemOf: ReadonlyMap<string, string>;
  meanings: Meanings;
}

/** A language of the community, with what its curators say means the same: each spelling as its words. */
interface Language {
  language: string;
  config: string;
  synonyms: string[][][];
}

/**
 * The words of the languages that the community writes, as search knows them: its stemmers, their stop words, and the
 * curators' synonyms as they are now. Synonyms that lead one way only are left out: their two sides are not the same.
 */
export class Vocabulary {
  private readonly stems: Stems;
  private readonly rules: RuleStore;

  constructor(private readonly database: Database) {
    this.stems = new Stems(database);
    this.rules = new RuleStore(database);
  }

  async languages(): Promise<Language[]> {
    const [rows, book] = await Promise.all([
      this.database.query<{ language: string; config: string }>(
        `select language, config from search_language where used or language in ('en', 'und') order by language`,
      ),
      this.rules.read(),
    ]);
    return rows.map((row) => {
      const rules = book.of(row.language).synonyms.filter(({ oneWay }) => !oneWay);
      return { ...row, synonyms: rules.map(({ words }) => words.map(wordsIn)) };
    });
  }

  /** What these words are in each of the languages. */
  async of(
    words: ReadonlySet<string>,
    languages: readonly Language[],
  ): Promise<ReadonlyMap<string, LanguageWords>> {
    const read = languages.map(async ({ language, config, synonyms }) => {
      const stemOf = await this.stems.of(config, [...words, ...synonyms.flat(2)]);
      const asStems = (spelling: readonly string[]) => spelling.flatMap((word) => stemOf.get(word) ?? []);
      const meanings = new Meanings(synonyms.map((spellings) => spellings.map(asStems)));
      return [language, { stemOf, meanings }] as const;
    });
    return new Map(await Promise.all(read));
  }
}

function wordsIn(text: string): string[] {
  return Array.from(wordsOf(text), ({ folded }) => folded);
}
