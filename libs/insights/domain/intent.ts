import { UserInputError, requireId, parseGlobalId } from '#libs/kernel';

/**
 * What somebody does who looks for a solution. An intent is one such search for one, from its first event until half an
 * hour has passed without another.
 */
export const INTENT_EVENT_KINDS = [
  'SEARCHED',
  'SUGGESTED',
  'OPENED',
  'SOLVED',
  'ASKED',
  'ABANDONED',
] as const;
export type IntentEventKind = (typeof INTENT_EVENT_KINDS)[number];

/** After so long without an event an intent is over, and counts. In seconds. */
export const IDLE_SECONDS = 1_800;

export const MOST_EVENTS = 20;
/** As long as the longest title, with room. */
const LONGEST_QUERY = 200;
const MOST_HITS = 1_000_000;
const LAST_POSITION = 1_000;

export interface IntentSubject {
  kind: 'question' | 'article';
  id: number;
}

export interface IntentEvent {
  kind: IntentEventKind;
  query: string | null;
  hits: number | null;
  subject: IntentSubject | null;
  position: number | null;
}

/** An event as a client sends it. */
export interface GivenEvent {
  kind: IntentEventKind;
  query?: string | null;
  hits?: number | null;
  subjectId?: string | null;
  position?: number | null;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** @throws UserInputError on `path` unless it is a UUID */
export function requireUuid(text: string, path: string): string {
  const uuid = text.toLowerCase();
  if (!UUID.test(uuid)) throw UserInputError.field(path, `${path} must be a random UUID.`);
  return uuid;
}

/** @throws UserInputError on a field of `events`; NotFoundError for the id of something else */
export function requireEvents(given: readonly GivenEvent[]): IntentEvent[] {
  if (given.length < 1 || given.length > MOST_EVENTS) {
    throw UserInputError.field('events', `Please send 1 to ${MOST_EVENTS} events at a time.`);
  }
  return given.map(requireEvent);
}

function requireEvent({ kind, query, hits, subjectId, position }: GivenEvent, index: number): IntentEvent {
  const looksFor = kind === 'SEARCHED' || kind === 'SUGGESTED';
  const text = looksFor ? normaliseQuery(query ?? '') : null;
  const path = (field: string) => `events.${index}.${field}`;
  if (text === '') {
    throw UserInputError.field(path('query'), `An event ${kind} needs the words that were looked for.`);
  }
  if (looksFor && !isBetween(hits, 0, MOST_HITS)) {
    throw UserInputError.field(path('hits'), `An event ${kind} needs the number of hits.`);
  }
  const isAbout = kind === 'OPENED' || kind === 'SOLVED' || kind === 'ASKED';
  if (isAbout && subjectId == null) {
    throw UserInputError.field(path('subjectId'), `An event ${kind} needs the id of a question or article.`);
  }
  if (position != null && !isBetween(position, 1, LAST_POSITION)) {
    throw UserInputError.field(path('position'), `A position is 1 to ${LAST_POSITION}.`);
  }
  return {
    kind,
    query: text,
    hits: looksFor ? (hits ?? 0) : null,
    subject: isAbout && subjectId != null ? subjectOf(subjectId) : null,
    position: position ?? null,
  };
}

function subjectOf(globalId: string): IntentSubject {
  const id = requireId(globalId, ['question', 'article']);
  return { kind: parseGlobalId(globalId)?.kind === 'article' ? 'article' : 'question', id };
}

function isBetween(value: number | null | undefined, least: number, most: number): boolean {
  return value != null && Number.isInteger(value) && value >= least && value <= most;
}

const ADDRESS = /[^\s@<>"]+@[^\s@<>"]+/gu;
/** Digits, also in groups. */
const NUMBER = /\+?\p{N}[\p{N} ./()-]*\p{N}/gu;
/** A telephone or an order number. Versions, years and error codes have fewer digits. */
const IDENTIFYING_DIGITS = 8;

/**
 * What was looked for, so that the same is the same: lower case, single spaces, at most 200 characters. People type mail
 * addresses, telephone and order numbers into search boxes; those say who somebody is and go out here, before anything
 * is kept.
 */
export function normaliseQuery(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replace(ADDRESS, ' … ')
    .replace(NUMBER, (number) => (digitsIn(number) < IDENTIFYING_DIGITS ? number : ' … '))
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
    .toWellFormed()
    .trim();
}

function digitsIn(text: string): number {
  return text.match(/\p{N}/gu)?.length ?? 0;
}
