import type { Database } from '#libs/platform';
import { MATCH_END, MATCH_START, markedHtml } from '../domain/marking.js';
import { isUnspaced, wordsOf } from '../domain/words.js';
import { endsInBeginning, type Asked, type TypedWord } from '../domain/query.js';
import { Lexicon, type WordKnowledge } from './lexicon.js';
import { quoted } from './tsquery.js';

/** Another way to write what was typed, that finds more. */
export interface DidYouMean {
  query: string;
  /** Escaped, with what is different wrapped in `<mark>`. */
  html: string;
}

/** A neighbour in spelling that is so many times as frequent was probably meant. */
const MUCH_MORE_FREQUENT = 20;

/** Offers other spellings of words that nobody uses, or hardly anybody. */
export class Spelling {
  private readonly lexicon: Lexicon;

  constructor(private readonly database: Database) {
    this.lexicon = new Lexicon(database, 'search_lexicon');
  }

  /** @param found how many things were found; if any, words that somebody uses are taken to be meant as they are */
  async didYouMean(asked: Asked, found: number): Promise<DidYouMean | undefined> {
    const typed = asked.typed.filter(({ folded }) => !isUnspaced(folded));
    if (typed.length === 0) return undefined;
    const words = typed.map(({ folded }) => folded);
    const known = await this.lexicon.lookUp(words, endsInBeginning(asked.terms));
    if (found === 0) {
      const used = words.filter((word) => (known.get(word)?.documents ?? 0) > 0);
      await this.lexicon.correct(known, used);
    }
    const better = await this.better(typed, known);
    if (better.size === 0) return undefined;
    const written = await this.asWritten([...new Set(better.values())]);
    let query = '';
    let marked = '';
    let position = 0;
    for (const word of typed) {
      const correction = better.get(word);
      if (correction === undefined) continue;
      const before = asked.text.slice(position, word.start);
      const shown = written.get(correction) ?? correction;
      query += before + shown;
      marked += `${before}${MATCH_START}${shown}${MATCH_END}`;
      position = word.end;
    }
    const rest = asked.text.slice(position);
    return { query: (query + rest).trim(), html: markedHtml((marked + rest).trim()) };
  }

  private async better(
    typed: readonly TypedWord[],
    known: ReadonlyMap<string, WordKnowledge>,
  ): Promise<Map<TypedWord, string>> {
    const candidates = typed.flatMap((word) => {
      const { documents = 0, completions = [], corrections = [] } = known.get(word.folded) ?? {};
      const [nearest] = corrections;
      return nearest === undefined || completions.length > 0 ? [] : [{ word, documents, nearest }];
    });
    const counts = await this.lexicon.counts(candidates.map(({ nearest }) => nearest));
    return new Map(
      candidates
        .filter(({ documents, nearest }) => (counts.get(nearest) ?? 0) > documents * MUCH_MORE_FREQUENT)
        .map(({ word, nearest }) => [word, nearest]),
    );
  }

  /** The lexicon has folded words; this finds how people write them, with their accents. */
  private async asWritten(words: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ word: string; title: string; text: string }>(
      `select asked.word, found.title, found.text
       from unnest($1::text[], $2::text[]) as asked (word, lexeme)
       cross join (select config from search_language where used) languages
       cross join lateral (
         select d.title, d.text from search_document d
         where d.config = languages.config and d.vector @@ to_tsquery(languages.config::regconfig, asked.lexeme)
           and d.audience = 'public'
         limit 2
       ) found`,
      [words, words.map(quoted)],
    );
    const written = new Map<string, string>();
    for (const { word, title, text } of rows) {
      if (written.has(word)) continue;
      for (const source of [title, text]) {
        const found = Array.from(wordsOf(source)).find(({ folded }) => folded === word);
        // Lower case, but for words that are written with capitals inside a sentence.
        if (found) written.set(word, spelled(source.slice(found.start, found.end), found.start));
        if (found) break;
      }
    }
    return written;
  }
}

function spelled(word: string, start: number): string {
  return start === 0 && word.slice(1) === word.slice(1).toLowerCase() ? word.toLowerCase() : word;
}
