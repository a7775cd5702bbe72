import type { MultiSearchQuery } from 'meilisearch';
import type { Draft, EngineHit } from '../domain/engine.js';
import { languageOf } from '../domain/language.js';
import { LEAST_LIKENESS, together } from '../domain/suggestions.js';
import { spaced, withoutControls } from '../domain/words.js';
import type { StopWords } from '../persistence/languages.js';
import { filterOf } from './filters.js';
import { exactTitlesFirst, searchIn, type FoundDocument } from './hits.js';
import type { RegisteredIndex } from './index-registry.js';

type StopWordFilter = Pick<StopWords, 'withoutThem'>;

/** One of the queries by which the drafts are compared. */
export interface Question {
  /** The place of the draft in the list of drafts. */
  turn: number;
  inText: boolean;
  weight: number;
  query: MultiSearchQuery;
}

const LONGEST_TITLE = 300;
/** An article of which the title says something else holds so much of what was asked. */
const LEAST_IN_TEXT = 0.5;
/** Keeps what is alike by its text only below everything that is alike by its title. */
const TEXT_WEIGHT = 0.2;
/** The server reads no more words of a query. */
const MOST_WORDS = 10;
const LONGEST_BODY_READ = 1_000;

/** What to ask the server, all at once, for these drafts. */
export async function questionsOf(
  drafts: readonly Draft[],
  indexes: readonly RegisteredIndex[],
  stopWords: StopWordFilter,
): Promise<Question[]> {
  const questions = drafts.map((draft, turn) => questionsOfOne(draft, turn, indexes, stopWords));
  return (await Promise.all(questions)).flat();
}

/** @param results the documents found by each question */
export function suggestions(
  drafts: readonly Draft[],
  questions: readonly Question[],
  results: readonly FoundDocument[][],
): EngineHit[][] {
  const found = questions.map(({ turn, inText, weight }, position) => {
    const hits = results[position] ?? [];
    return {
      turn,
      inText,
      hits: hits.map((hit) => ({ ...hit, weighted: (hit._rankingScore ?? 0) * weight })),
    };
  });
  return drafts.map(({ title, first }, turn) => {
    const best = (inText: boolean) =>
      found
        .filter((one) => one.turn === turn && one.inText === inText)
        .flatMap(({ hits }) => hits)
        .sort((a, b) => b.weighted - a.weighted);
    return exactTitlesFirst(together(best(false), best(true), first), spaced(withoutControls(title)));
  });
}

/** What is asked for one draft: each index by title, those of articles by their text too. */
async function questionsOfOne(
  { title, body = '', first, except, preferLocale }: Draft,
  turn: number,
  indexes: readonly RegisteredIndex[],
  stopWords: StopWordFilter,
): Promise<Question[]> {
  const preferred = preferLocale === undefined ? undefined : languageOf(preferLocale);
  const inTitle = spaced(withoutControls(title)).slice(0, LONGEST_TITLE).split(' ');
  const inBody = spaced(withoutControls(body.slice(0, LONGEST_BODY_READ))).split(' ');
  const asked = indexes.map(async (index): Promise<Question[]> => {
    const telling = (words: readonly string[]) => stopWords.withoutThem(index.language, words);
    const ofTitle = await telling(inTitle);
    if (ofTitle.length === 0) return [];
    const { federationOptions, ...search } = searchIn(index, ofTitle.join(' '), preferred);
    const weight = federationOptions?.weight ?? 1;
    const byTitle: MultiSearchQuery = {
      ...search,
      limit: first,
      showRankingScore: true,
      filter: filterOf([], except === undefined ? [] : [except]),
      // The words that are in most documents say least about a question: they are given up first.
      matchingStrategy: 'frequency',
      attributesToSearchOn: ['title', 'tags'],
      rankingScoreThreshold: LEAST_LIKENESS,
    };
    const questions = [{ turn, inText: false, weight, query: byTitle }];
    if (index.kind !== 'article') return questions;
    // Apart: only ten words of a query are read, and a short title may tell less than what stands below it.
    for (const words of [ofTitle, (await telling(inBody)).slice(0, MOST_WORDS)]) {
      if (words.length < 2) continue;
      const query = {
        ...byTitle,
        q: words.join(' '),
        attributesToSearchOn: ['title', 'tags', 'text'],
        rankingScoreThreshold: LEAST_IN_TEXT,
      };
      questions.push({ turn, inText: true, weight: weight * TEXT_WEIGHT, query });
    }
    return questions;
  });
  return (await Promise.all(asked)).flat();
}
