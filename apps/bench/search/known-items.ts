import { wordsOf } from '#libs/search';
import type { Random } from './random.js';

/** Something that is there, and that somebody looks for. */
export interface Titled {
  /** Global id. */
  id: string;
  locale: string;
  title: string;
}

/** A query that one thing is the right answer to. */
export interface KnownItem {
  id: string;
  query: string;
}

const QUERY_KINDS = ['exact title', 'one typo', 'two words', 'prefix of the last word'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** Queries of one kind in one language. */
export interface QuerySet {
  kind: QueryKind;
  /** BCP 47. */
  locale: string;
  items: KnownItem[];
}

/** More titles than this with the same two words, and nobody could say which one was looked for. */
const MOST_LIKE_IT = 5;
const SHORTEST_MISSPELLED = 5;
const SHORTEST_CUT = 5;
const SHORTEST_BEGINNING = 3;

/**
 * Makes queries out of titles. Asked only for what has an answer: a title that two things have, or two words that
 * stand in more than five titles, tell nothing about a search engine.
 */
export class KnownItems {
  private readonly things: Titled[];
  /** By word: the positions of the titles that have it. */
  private readonly titlesWith = new Map<string, number[]>();

  constructor(
    things: readonly Titled[],
    private readonly random: Random,
  ) {
    const same = Map.groupBy(things, ({ title }) => wordsIn(title).join(' '));
    this.things = random.shuffled(
      things.filter(({ title }) => same.get(wordsIn(title).join(' '))?.length === 1),
    );
    for (const [position, { title }] of this.things.entries()) {
      for (const word of new Set(wordsIn(title))) {
        const titles = this.titlesWith.get(word);
        if (titles) titles.push(position);
        else this.titlesWith.set(word, [position]);
      }
    }
  }

  /** At most `count` queries of each kind in each language. */
  sets(count: number): QuerySet[] {
    const locales = [...new Set(this.things.map(({ locale }) => locale))].sort();
    return locales
      .flatMap((locale) => QUERY_KINDS.map((kind) => ({ kind, locale, items: this.of(kind, locale, count) })))
      .filter(({ items }) => items.length > 0);
  }

  /** Each for another thing. */
  private of(kind: QueryKind, locale: string, count: number): KnownItem[] {
    const items: KnownItem[] = [];
    for (const thing of this.things) {
      if (items.length === count) break;
      if (thing.locale !== locale) continue;
      const query = this.queryOf(kind, thing.title);
      if (query !== undefined) items.push({ id: thing.id, query });
    }
    return items;
  }

  private queryOf(kind: QueryKind, title: string): string | undefined {
    if (kind === 'exact title') return title;
    if (kind === 'one typo') return this.misspelled(title);
    if (kind === 'two words') return this.twoRarest(title);
    return withoutEnd(title);
  }

  /** One letter added, left out, replaced, or swapped with its neighbour, in a word of five letters or more. */
  private misspelled(title: string): string | undefined {
    const long = Array.from(wordsOf(title)).filter(
      ({ folded, start, end }) => /^\p{L}+$/u.test(folded) && end - start >= SHORTEST_MISSPELLED,
    );
    if (long.length === 0) return undefined;
    const { start, end } = this.random.pick(long);
    const word = title.slice(start, end);
    for (;;) {
      const edited = this.edited(word);
      if (edited.toLowerCase() !== word.toLowerCase())
        return title.slice(0, start) + edited + title.slice(end);
    }
  }

  private edited(word: string): string {
    const at = this.random.below(word.length);
    const letter = String.fromCharCode(97 + this.random.below(26));
    const edits = [
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at + 1),
      word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2),
    ];
    return this.random.pick(edits);
  }

  private twoRarest(title: string): string | undefined {
    const words = [...new Set(wordsIn(title))].filter((word) => word.length > 1);
    const rarest = words.sort((a, b) => this.titles(a).length - this.titles(b).length).slice(0, 2);
    const [first, second] = rarest;
    if (first === undefined || second === undefined) return undefined;
    const others = new Set(this.titles(second));
    const alike = this.titles(first).filter((position) => others.has(position)).length;
    // In the order in which they stand there.
    const query = wordsIn(title).filter(
      (word, turn, all) => rarest.includes(word) && all.indexOf(word) === turn,
    );
    return alike > MOST_LIKE_IT ? undefined : query.join(' ');
  }

  private titles(word: string): readonly number[] {
    return this.titlesWith.get(word) ?? [];
  }
}

/** As far as somebody has typed who is in the middle of the last word. */
function withoutEnd(title: string): string | undefined {
  const last = Array.from(wordsOf(title)).at(-1);
  if (!last || last.end - last.start < SHORTEST_CUT) return undefined;
  const kept = Math.max(SHORTEST_BEGINNING, Math.ceil((last.end - last.start) * 0.6));
  return title.slice(0, last.start + kept);
}

function wordsIn(title: string): string[] {
  return Array.from(wordsOf(title), ({ folded }) => folded);
}
