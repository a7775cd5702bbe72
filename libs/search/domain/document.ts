/** What can be found: questions (together with their answers) and FAQ articles. */
export type SearchKind = 'question' | 'article';

export const SEARCH_KINDS: readonly SearchKind[] = ['question', 'article'];

/** Only the first part of a text is searched; what matters stands early, and vectors stay small. */
export const SEARCHED_TEXT_LENGTH = 8_000;

/** One thing as the search engines know it. Whatever people may not read has no document. */
export interface SearchDocument {
  /** The global id, such as `q_12` or `k_3`. */
  id: string;
  kind: SearchKind;
  /** BCP 47. */
  locale: string;
  title: string;
  tags: string[];
  /** Plain text of the question and of its answers, the best answers first. */
  text: string;
  accepted: boolean;
  official: boolean;
  /** A question with an accepted, official or upvoted answer; an article is an answer itself. */
  answered: boolean;
  /** Account numbers: of a question who asked, of an article whom it thanks. */
  authors: number[];
  /** Slugs of the products that it speaks of, in its answers too. */
  products: string[];
  /** Names of all their versions to which it applies. */
  versions: string[];
  /** Coarse, so that votes do not re-index all day: 0 (disliked) to 6. */
  helpfulness: number;
  score: number;
  answerCount: number;
  /** Who may find it. Today everything that is in the index is public. */
  audience: 'public';
  createdAt: Date;
  updatedAt: Date;
  /** When somebody last wrote here. */
  activeAt: Date;
  /** Grows with every change of the thing: a document never gives way to one with a lower number. */
  rev: number;
  /** Differs whenever anything that readers could find differs; what the sweep compares. */
  digest: string;
}

/** Where documents come from: the current rows, read when they are needed. */
export interface SearchDocumentSource {
  /** The documents of these numbers; one that is missing must not be found. */
  read(kind: SearchKind, ids: readonly number[]): Promise<SearchDocument[]>;

  /** The next documents of a kind by number, for going through all of them. */
  page(kind: SearchKind, after: number, limit: number): Promise<SearchDocument[]>;

  /** The highest number of a kind, whether it may be found or not. */
  last(kind: SearchKind): Promise<number | undefined>;
}

/** The number of a global id: 12 of `q_12`. */
export function numberOf(id: string): number {
  return Number(id.slice(id.indexOf('_') + 1));
}
