import type { Attributes } from '../rows.js';
import { count, identifier, identityOf, LeftOut, NO_DATE, time } from './fields.js';

/** Who wrote something: a user of the dump, or only the name that is left of a deleted one. */
export interface Writer {
  userKey?: number;
  name?: string;
}

interface AnyPost {
  key: number;
  createdAt: Date;
  score: number;
  /** HTML as the source showed it. */
  body: string;
  writer: Writer;
  editedAt?: Date;
  lastActivityAt?: Date;
  isClosed: boolean;
  isWiki: boolean;
}

export interface QuestionRecord extends AnyPost {
  kind: 'question';
  title: string;
  tags: string[];
  viewCount: number;
  acceptedAnswerKey?: number;
}

export interface AnswerRecord extends AnyPost {
  kind: 'answer';
  questionKey: number;
}

export type PostRecord = QuestionRecord | AnswerRecord;

/** PostTypeId of what Peerdesk has no place for. */
const OTHER_POSTS: Record<string, string> = {
  '3': 'A tag wiki without a tag.',
  '4': 'The excerpt of a tag wiki.',
  '5': 'A tag wiki.',
  '6': 'A nomination for a moderator election.',
  '7': 'The placeholder of a wiki.',
  '8': 'The description of a privilege.',
};

export function parsePost(attributes: Attributes): PostRecord | LeftOut {
  const type = attributes['PostTypeId'];
  if (type !== '1' && type !== '2') return new LeftOut(OTHER_POSTS[type ?? ''] ?? otherType(type));
  const key = identityOf(attributes);
  if (key instanceof LeftOut) return key;
  const createdAt = time(attributes['CreationDate']);
  if (!createdAt) return NO_DATE;

  const post = {
    key,
    createdAt,
    score: count(attributes['Score']),
    body: attributes['Body'] ?? '',
    writer: { userKey: identifier(attributes['OwnerUserId']), name: attributes['OwnerDisplayName'] },
    editedAt: time(attributes['LastEditDate']),
    lastActivityAt: time(attributes['LastActivityDate']),
    isClosed: attributes['ClosedDate'] !== undefined,
    isWiki: attributes['CommunityOwnedDate'] !== undefined,
  };
  if (type === '1') {
    return {
      ...post,
      kind: 'question',
      title: attributes['Title'] ?? '',
      tags: parseTags(attributes['Tags']),
      viewCount: Math.max(0, count(attributes['ViewCount'])),
      acceptedAnswerKey: identifier(attributes['AcceptedAnswerId']),
    };
  }
  const questionKey = identifier(attributes['ParentId']);
  if (questionKey === undefined) return new LeftOut('An answer that does not say to which question.');
  return { ...post, kind: 'answer', questionKey };
}

function otherType(type: string | undefined): string {
  return type === undefined ? 'A post without PostTypeId.' : 'A post of a type that Peerdesk does not have.';
}

/** `<a><b>` in dumps up to 2024, `|a|b|` since; without repetitions, in their order, in small letters. */
export function parseTags(value: string | undefined): string[] {
  const names = (value ?? '').split(/[<>|]+/).map((name) => name.trim().toLowerCase());
  return [...new Set(names.filter((name) => name !== ''))];
}
