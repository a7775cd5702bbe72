/** A word that another one may be a misspelling of. */
export interface Correction {
  word: string;
  /** How many documents have it. */
  documents: number;
}

/** What the lexicon knows about a word of a query. */
export interface WordKnowledge {
  /** Documents that have exactly this word. */
  documents: number;
  /** Words that begin with it, most frequent first. */
  completions: string[];
  /** Words that it may be a misspelling of, nearest and most frequent first. */
  corrections: Correction[];
}

export type KnownWords = ReadonlyMap<string, WordKnowledge>;

export const NOTHING_KNOWN: Readonly<WordKnowledge> = { documents: 0, completions: [], corrections: [] };

/** Whether nobody uses this word, nor one that begins with it. */
export function isUnused({ documents, completions }: WordKnowledge): boolean {
  return documents + completions.length === 0;
}
