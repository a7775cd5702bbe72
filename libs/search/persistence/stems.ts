import { LRUCache } from 'lru-cache';
import type { Database } from '#libs/platform';

const WORDS_KEPT = 50_000;

/** What the stemmers of PostgreSQL make of words; asked once for each, since the answer never changes. */
export class Stems {
  private readonly known = new LRUCache<string, string>({ max: WORDS_KEPT });
  /** By configuration: words that are about to be asked for, together with all that come in the same moment. */
  private readonly gathering = new Map<string, { words: Set<string>; learned: Promise<void> }>();

  constructor(private readonly database: Database) {}

  /** The stems of words in one text search configuration. A stop word has none and is left out. */
  async of(config: string, words: Iterable<string>): Promise<Map<string, string>> {
    const asked = [...new Set(words)];
    const unknown = asked.filter((word) => !this.known.has(`${config} ${word}`));
    if (unknown.length > 0) await this.learn(config, unknown);
    const stems = asked.map((word): [string, string] => [word, this.known.get(`${config} ${word}`) ?? '']);
    return new Map(stems.filter(([, stem]) => stem !== ''));
  }

  private learn(config: string, words: readonly string[]): Promise<void> {
    let gathered = this.gathering.get(config);
    if (!gathered) {
      const all = new Set<string>();
      const learned = Promise.resolve().then(() => {
        this.gathering.delete(config);
        return this.read(config, [...all]);
      });
      this.gathering.set(config, (gathered = { words: all, learned }));
    }
    for (const word of words) gathered.words.add(word);
    return gathered.learned;
  }

  private async read(config: string, words: readonly string[]): Promise<void> {
    const rows = await this.database.query<{ word: string; stem: string | null }>(
      `select word, (tsvector_to_array(to_tsvector($1::regconfig, word)))[1] as stem
       from unnest($2::text[]) as asked (word)`,
      [config, words],
    );
    for (const { word, stem } of rows) this.known.set(`${config} ${word}`, stem ?? '');
  }
}
