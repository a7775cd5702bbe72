import { Injectable } from '@nestjs/common';
import { wordsOf } from '#libs/search';
import { Database } from '#libs/platform';
import { meantWords } from '../domain/meant-words.js';
import type { WordUse } from '../domain/meant-words.js';
import { Vocabulary } from './vocabulary.js';
import type { LanguageWords } from './vocabulary.js';

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

export interface ReadTexts {
  /** Of each text, in their order. */
  words: TellingWords[];
  /** The way in which people write a stem most often. */
  written: ReadonlyMap<string, string>;
  /** What the stems of a language mean by the synonyms of today. */
  meant: (language: string, stems: readonly string[]) => readonly string[];
}

type Languages = ReadonlyMap<string, LanguageWords>;

const MOST_WORDS = 12;
/** `tag:mail`, `-is:answered` and `-word` say where to look, not what for. */
const NARROWING = /(^|\s)-?[a-z]+:(?:"[^"]*"?|\S+)|(^|\s)-(?:"[^"]*"?|\S+)/gu;

/**
 * The words that tell one text from another: without words like “how” and “the”, as stems, typos mended, and one word
 * for all that mean the same.
 */
@Injectable()
export class TellingWordsReader {
  private readonly vocabulary: Vocabulary;

  constructor(private readonly database: Database) {
    this.vocabulary = new Vocabulary(database);
  }

  async read(texts: readonly Text[]): Promise<ReadTexts> {
    const spoken = await this.vocabulary.languages();
    const cut = texts.map(({ text }) => cutWords(text));
    const synonyms = new Set(spoken.flatMap((language) => language.synonyms.flat(2)));
    const meant = meantWords(await this.uses(texts, cut, synonyms));
    const mended = cut.map((words) => words.map((word) => meant.get(word) ?? word));
    const languages = await this.vocabulary.of(new Set(mended.flat()), spoken);
    const words = mended.map((of, n) => tellingWords(of, languageOf(texts[n]?.locale ?? ''), languages));
    return {
      words,
      written: writtenForms(texts, mended, words, languages),
      meant: (language, stems) => languages.get(language)?.meanings.of(stems) ?? stems,
    };
  }

  private async uses(
    texts: readonly Text[],
    cut: readonly string[][],
    synonyms: ReadonlySet<string>,
  ): Promise<WordUse[]> {
    const counts = new Map<string, number>();
    cut.forEach((words, n) => {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + (texts[n]?.count ?? 0));
    });
    const rows = await this.database.query<{ word: string }>(
      `select word from search_lexicon where word = any($1::text[])`,
      [[...counts.keys()]],
    );
    const known = new Set([...rows.map(({ word }) => word), ...synonyms]);
    return [...counts].map(([word, count]) => ({ word, count, isKnown: known.has(word) }));
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
function tellingWords(words: readonly string[], pageLanguage: string, languages: Languages): TellingWords {
  let best: { language: string; stems: string[]; stopWords: number } | undefined;
  const inOrder = [...languages].sort(
    ([one], [other]) => Number(other === pageLanguage) - Number(one === pageLanguage),
  );
  for (const [language, { stemOf }] of inOrder) {
    const stems = words.map((word) => stemOf.get(word)).filter((stem) => stem !== undefined);
    const stopWords = words.length - stems.length;
    if (stopWords > (best?.stopWords ?? -1)) best = { language, stems, stopWords };
  }
  // Nothing but stop words: then they are all there is to go by.
  const stems = best && best.stems.length > 0 ? best.stems : words;
  const language = best?.language ?? pageLanguage;
  return { language, stems: languages.get(language)?.meanings.of(stems) ?? [...new Set(stems)].sort() };
}

function writtenForms(
  texts: readonly Text[],
  cut: readonly string[][],
  words: readonly TellingWords[],
  languages: Languages,
): Map<string, string> {
  const uses = new Map<string, Map<string, number>>();
  const note = (stem: string, word: string, count: number) => {
    const forms = uses.get(stem) ?? new Map<string, number>();
    forms.set(word, (forms.get(word) ?? 0) + count);
    uses.set(stem, forms);
  };
  cut.forEach((written, n) => {
    const known = languages.get(words[n]?.language ?? '');
    for (const word of written) {
      const stem = known?.stemOf.get(word) ?? word;
      // Where one word stands for another, people see the one that is written more often.
      const [meant = stem, ...more] = known?.meanings.of([stem]) ?? [];
      note(more.length > 0 ? stem : meant, word, texts[n]?.count ?? 0);
    }
  });
  // Where it stands for several words, nobody may have written it.
  for (const { stemOf } of languages.values()) {
    for (const [word, stem] of stemOf) if (!uses.has(stem)) note(stem, word, 0);
  }
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
