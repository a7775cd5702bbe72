import { typosForgiven } from '#libs/kernel';
import type { Database } from '#libs/platform';
import {
  isUnused,
  NOTHING_KNOWN,
  type Correction,
  type KnownWords,
  type WordKnowledge,
} from '../domain/known-words.js';
import { wordsOf } from '../domain/words.js';

/** The words of one text, each once, for counting in how many documents it occurs. */
export function distinctWords(...texts: string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) for (const { folded } of wordsOf(text)) words.add(folded);
  return words;
}

/** Sorts after every character that a word may go on with. */
const LAST_CHARACTER = '\u{10ffff}';

const MOST_COMPLETIONS = 8;
/** Stems are shorter than words by fewer letters than this, so the stem of a longer word begins with what was typed. */
const LONGEST_SUFFIX = 6;
const MOST_CORRECTIONS = 5;
/** A word that so many documents have is no misspelling. To look for words like it would cost more than to search. */
const MEANT_FROM = 20;
/** Shorter words are too much like others. */
const SHORTEST_MISSPELLED = 5;

/**
 * Every word of every document, as it is written. Typos are recognised by it (trigrams find candidates, edit distance
 * decides), and beginnings of words, for stems hide them: `descalin` begins `descaling`, but not its stem `descal`.
 */
export class Lexicon {
  constructor(
    private readonly database: Database,
    private readonly table: 'search_lexicon' | 'search_lexicon_next',
  ) {}

  /** Counts words in (positive) or out (negative). */
  async count(changes: ReadonlyMap<string, number>): Promise<void> {
    const changed = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
    if (changed.length === 0) return;
    await this.database.query(
      `insert into ${this.table} as known (word, documents)
       select word, by from unnest($1::text[], $2::integer[]) as changed (word, by)
       on conflict (word) do update set documents = known.documents + excluded.documents`,
      [changed.map(([word]) => word), changed.map(([, by]) => by)],
    );
    const fewer = changed.filter(([, by]) => by < 0).map(([word]) => word);
    if (fewer.length > 0) {
      await this.database.query(`delete from ${this.table} where word = any($1) and documents <= 0`, [fewer]);
    }
  }

  /** In how many documents each of these words occurs; words of none are left out. */
  async counts(words: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ word: string; documents: number }>(
      `select word, documents from ${this.table} where word = any($1::text[])`,
      [words],
    );
    return new Map(rows.map(({ word, documents }) => [word, documents]));
  }

  /**
   * Looks up words of a query; the last one also as a beginning when `prefix` says so. Words that nobody uses come with
   * their corrections; for the others `correct` has to be asked, which is seldom needed and costs more.
   */
  async lookUp(words: readonly string[], prefix: boolean): Promise<Map<string, WordKnowledge>> {
    const asked = [...new Set(words)];
    const known = new Map(asked.map((word): [string, WordKnowledge] => [word, nothingKnown()]));
    const last = prefix ? words.at(-1) : undefined;
    const rows = await this.database.query<{ word: string; begins: boolean; documents: number }>(
      `(select word, false as begins, documents from ${this.table} where word = any($1::text[]))
       union all
       (select word, true, documents from ${this.table}
        where $2::text is not null and starts_with(word, $2) and word <> $2
          and length(word) < length($2) + ${LONGEST_SUFFIX}
        order by documents desc limit ${MOST_COMPLETIONS})`,
      [asked, last ?? null],
    );
    for (const { word, begins, documents } of rows) {
      if (begins) known.get(last ?? '')?.completions.push(word);
      else known.set(word, { ...(known.get(word) ?? nothingKnown()), documents });
    }
    const unused = new Set(asked.filter((word) => isUnused(known.get(word) ?? NOTHING_KNOWN)));
    const [, begun] = await Promise.all([
      this.correct(known, [...unused]),
      last !== undefined && unused.has(last) ? this.begunWith(last) : [],
    ]);
    if (last !== undefined) addCorrections(known.get(last), begun);
    return known;
  }

  /** Adds to what is known of words that hardly anybody uses what they may be misspellings of all the same. */
  correctRare(known: KnownWords): Promise<void> {
    const isRare = (knowledge: WordKnowledge) => !isUnused(knowledge) && knowledge.documents < MEANT_FROM;
    return this.correct(
      known,
      [...known].flatMap(([word, knowledge]) => (isRare(knowledge) ? [word] : [])),
    );
  }

  private async correct(known: KnownWords, words: readonly string[]): Promise<void> {
    const asked = words.filter((word) => editsToTry(word, known) > 0);
    if (asked.length === 0) return;
    const rows = await this.database.query<Correction & { asked: string }>(
      `(select asked.word as asked, near.word, near.documents, near.distance
        from unnest($1::text[], $2::integer[]) as asked (word, typos)
        cross join lateral (
          select known.word, known.documents,
                 levenshtein_less_equal(known.word, asked.word, asked.typos) as distance
          from ${this.table} known
          where known.word % asked.word
            and known.word <> asked.word
            and length(known.word) between length(asked.word) - asked.typos and length(asked.word) + asked.typos
            and greatest(length(known.word), length(asked.word)) >= ${SHORTEST_MISSPELLED}
            and levenshtein_less_equal(known.word, asked.word, asked.typos) <= asked.typos
          order by distance, documents desc limit ${MOST_CORRECTIONS}
        ) near)
       union all
       (select swapped.word, known.word, known.documents, 1
        from unnest($3::text[], $4::text[]) as swapped (word, spelling)
        join ${this.table} known on known.word = swapped.spelling)
       order by distance, documents desc`,
      [asked, asked.map((word) => editsToTry(word, known)), ...swapsToTry(asked)],
    );
    for (const { asked: word, ...correction } of rows) addCorrections(known.get(word), [correction]);
  }

  /**
   * Words of which this may be the beginning with one typo. The typo is in its first half or in its second, so that
   * the other half stands in the word as it was typed: both can be looked up, and edit distance decides.
   */
  private async begunWith(beginning: string): Promise<Correction[]> {
    if (typosForgiven(beginning) === 0) return [];
    const half = Math.floor(beginning.length / 2);
    return this.database.query<Correction>(
      `select word, documents
       from (
         select word, documents from ${this.table} where word >= $2 and word < $2 || $5
         union
         select word, documents from ${this.table} where word like $3
         union
         select word, documents from ${this.table} known
         -- as a range: nothing else can be looked up in an index with a value that another row gives
         join unnest($4::text[]) as swapped (beginning)
           on known.word >= swapped.beginning and known.word < swapped.beginning || $5
       ) known
       cross join lateral (
         select min(levenshtein_less_equal(left(word, taken), $1, 1)) as distance
         from generate_series(length($1) - 1, length($1) + 1) taken
       ) compared
       where distance <= 1 or left(word, length($1)) = any($4)
       order by documents desc, word limit ${MOST_CORRECTIONS}`,
      [
        beginning,
        beginning.slice(0, Math.max(3, half)),
        `%${beginning.slice(-Math.max(3, half))}%`,
        swapsOf(beginning),
        LAST_CHARACTER,
      ],
    );
  }
}

/** A word of five letters that lost one has four left, and is forgiven that if nobody uses it as it stands. */
function editsToTry(word: string, known: KnownWords): number {
  const isUnknown = (known.get(word)?.documents ?? 0) === 0;
  return word.length === SHORTEST_MISSPELLED - 1 && isUnknown && /^\p{L}+$/u.test(word)
    ? 1
    : typosForgiven(word);
}

function addCorrections(knowledge: WordKnowledge | undefined, found: readonly Correction[]): void {
  const corrections = knowledge?.corrections ?? [];
  for (const { word, documents } of found) {
    if (!corrections.some((one) => one.word === word)) corrections.push({ word, documents });
  }
}

function nothingKnown(): WordKnowledge {
  return { documents: 0, completions: [], corrections: [] };
}

/** Two letters that changed places are one typo, but two edits: too many for the distance, so they are spelled out. */
function swapsToTry(words: readonly string[]): [string[], string[]] {
  const pairs = words
    .filter((word) => typosForgiven(word) === 1)
    .flatMap((word) => swapsOf(word).map((spelling): [string, string] => [word, spelling]));
  return [pairs.map(([word]) => word), pairs.map(([, spelling]) => spelling)];
}

function swapsOf(word: string): string[] {
  const letters = [...word];
  return letters.slice(1).map((_, position) => {
    const swapped = [...letters];
    swapped.splice(position, 2, letters[position + 1] ?? '', letters[position] ?? '');
    return swapped.join('');
  });
}
