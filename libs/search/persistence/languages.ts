import type { Database } from '#libs/platform';
import { Stems } from './stems.js';

/** A language that documents are written in, with its text search configuration. */
export interface UsedLanguage {
  language: string;
  config: string;
}

/** The languages that occur, or did. */
export function usedLanguages(database: Database): Promise<UsedLanguage[]> {
  return database.query('select language, config from search_language where used order by config');
}

/** The text search configuration of each language that has one. They change with a new version of this code only. */
export class LanguageConfigs {
  private known: Promise<Map<string, string>> | undefined;

  constructor(private readonly database: Database) {}

  async of(language: string): Promise<string> {
    this.known ??= this.read();
    return (await this.known).get(language) ?? 'search_simple';
  }

  private async read(): Promise<Map<string, string>> {
    try {
      const rows = await this.database.query<UsedLanguage>('select language, config from search_language');
      return new Map(rows.map(({ language, config }) => [language, config]));
    } catch (error) {
      // A failed read must not be remembered.
      this.known = undefined;
      throw error;
    }
  }
}

/** The words that languages pass over, by the lists of PostgreSQL: for an engine that has none of its own. */
export class StopWords {
  private readonly configs: LanguageConfigs;
  private readonly stems: Stems;

  constructor(database: Database) {
    this.configs = new LanguageConfigs(database);
    this.stems = new Stems(database);
  }

  /** Those of the folded words that the language does not pass over. */
  async withoutThem(language: string, words: readonly string[]): Promise<string[]> {
    const stems = await this.stems.of(await this.configs.of(language), words);
    return words.filter((word) => stems.has(word));
  }
}
