import type { BadgeSubject, MeasureName, Words } from '../../domain/badge.js';

/** Narrows SQL to the accounts that are looked at; for passes over everybody it is `true`. */
export type Among = (column: string) => string;

/** Something that people do, or that is said of what they did, as a figure. */
export interface Measure {
  readonly name: MeasureName;
  /** What each figure is about: the person as a whole, or one post or tag of theirs. */
  readonly per: BadgeSubject;
  /** What is counted, for people; “, 10 or more” could follow. */
  readonly words: Words;
  /** Posts make up the figure, and how many there are can be asked for too. */
  readonly hasPieces: boolean;
  /**
   * SQL: `account_id`, `subject_id` (null for the person), `value`, `pieces`, and as `at` when the last thing happened that
   * counts (null where nobody wrote that down).
   */
  readonly sql: (among: Among) => string;
}

/** Answers `a` that can be seen, to questions `q`. */
export const ANSWERS = (among: Among): string => `
  from post a join post q on q.id = a.question_id
 where a.deleted_at is null and q.deleted_at is null and a.author_id is not null and ${among('a.author_id')}`;

/** Questions `q` that can be seen. */
export const QUESTIONS = (among: Among): string => `
  from post q where q.kind = 'question' and q.deleted_at is null and q.author_id is not null and ${among('q.author_id')}`;

/** Somebody else found the answer `a` good. Void votes are in no score. */
export const IS_GOOD = `(a.score > 0 or exists (select from solution s where s.answer_id = a.id))`;

/** When a post was last voted up. */
export const LAST_UPVOTE = (post: string): string => `
  (select max(v.created_at) from vote v where v.post_id = ${post}.id and v.value = 1 and v.voided_at is null)`;

/** A figure about a person. @param value an aggregate; `at` too */
export const countOf = (account: string, value: string, at: string, from: string): string => `
  select ${account} as account_id, null::bigint as subject_id, ${value} as value, 1::bigint as pieces, ${at} as at
  ${from} group by ${account}`;

/** A figure about each post `p`. */
export const ofEach = (post: string, value: string, at: string, from: string): string => `
  select ${post}.author_id as account_id, ${post}.id as subject_id, ${value}::bigint as value, 1::bigint as pieces,
         ${at} as at
  ${from}`;
