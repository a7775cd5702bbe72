import { Injectable } from '@nestjs/common';
import { Stems, wordsOf } from '#libs/search';
import { Database } from '#libs/platform';
import { meantWords } from '../domain/meant-words.js';
import type { WordUse } from '../domain/meant-words.js';

export interface Text {
  text: string;
  locale: string;
  /** How often it occurs. */
  count: number;
}

export interface TellingWords {
  language: string;
  /** Each once. */
  stems: string[];
}

const MOST_WORDS = 12;
/** `tag:mail`, `-is:answered` and `-word` say where to look, not what for. */
const NARROWING = /(^|\s)-?[a-z]+:(?:"[^"]*"?|\S+)|(^|\s)-(?:"[^"]*"?|\S+)/gu;

/**
 * The words that tell one text from another: without words like “how” and “the”, as stems, typos mended. The stemmers
 * and their lists of stop words are those of search.
 */
@Injectable()
export class TellingWordsReader {
  private readonly stems: Stems;

  constructor(private readonly database: Database) {
    this.stems = new Stems(database);
  }

  /** For each text its words, and for each stem the way in which people write it most often. */
  async read(texts: readonly Text[]): Promise<{ words: TellingWords[]; written: Map<string, string> }> {
    const cut = texts.map(({ text }) => cutWords(text));
    const meant = meantWords(await this.uses(texts, cut));
    const mended = cut.map((words) => words.map((word) => meant.get(word) ?? word));
    const languages = await this.languages(mended);
    const words = mended.map((of, n) => tellingWords(of, languageOf(texts[n]?.locale ?? ''), languages));
    return { words, written: writtenForms(texts, mended, words, languages) };
  }

  private async uses(texts: readonly Text[], cut: readonly string[][]): Promise<WordUse[]> {
    const counts = new Map<string, number>();
    cut.forEach((words, n) => {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + (texts[n]?.count ?? 0));
    });
    const rows = await this.database.query<{ word: string }>(
      `select word from search_lexicon where word = any($1::text[])`,
      [[...counts.keys()]],
    );
    const known = new Set(rows.map(({ word }) => word));
    return [...counts].map(([word, count]) => ({ word, count, isKnown: known.has(word) }));
  }

  /** The stem of every word in every language that the community writes; a stop word has none. */
  private async languages(
    cut: readonly string[][],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const known = await this.database.query<{ language: string; config: string }>(
      `select language, config from search_language where used or language in ('en', 'und') order by language`,
    );
    const all = new Set(cut.flat());
    const read = known.map(
      async ({ language, config }) => [language, await this.stems.of(config, all)] as const,
    );
    return new Map(await Promise.all(read));
  }
}

function cutWords(text: string): string[] {
  const words = Array.from(wordsOf(text.replace(NARROWING, ' ')), ({ folded }) => folded);
  return words.filter((word) => word.length > 1 || !/^[a-z\d]$/.test(word)).slice(0, MOST_WORDS);
}

/**
 * People search in one language on pages in another, so the text decides: it is in the language that has most of its
 * words among the stop words; the one that the pages were read in breaks the tie.
 */
function tellingWords(
  words: readonly string[],
  pageLanguage: string,
  languages: ReadonlyMap<string, ReadonlyMap<string, string>>,
): TellingWords {
  let best: { language: string; stems: string[]; stopWords: number } | undefined;
  const inOrder = [...languages].sort(
    ([one], [other]) => Number(other === pageLanguage) - Number(one === pageLanguage),
  );
  for (const [language, stemOf] of inOrder) {
    const stems = words.map((word) => stemOf.get(word)).filter((stem) => stem !== undefined);
    const stopWords = words.length - stems.length;
    if (stopWords > (best?.stopWords ?? -1)) best = { language, stems, stopWords };
  }
  // Nothing but stop words: then they are all there is to go by.
  const stems = best && best.stems.length > 0 ? best.stems : words;
  return { language: best?.language ?? pageLanguage, stems: [...new Set(stems)].sort() };
}

function writtenForms(
  texts: readonly Text[],
  cut: readonly string[][],
  words: readonly TellingWords[],
  languages: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Map<string, string> {
  const uses = new Map<string, Map<string, number>>();
  cut.forEach((written, n) => {
    const stemOf = languages.get(words[n]?.language ?? '');
    for (const word of written) {
      const stem = stemOf?.get(word) ?? word;
      const forms = uses.get(stem) ?? new Map<string, number>();
      forms.set(word, (forms.get(word) ?? 0) + (texts[n]?.count ?? 0));
      uses.set(stem, forms);
    }
  });
  return new Map(
    [...uses].map(([stem, forms]) => {
      const [first] = [...forms].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      return [stem, first?.[0] ?? stem];
    }),
  );
}

function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? '';
}
