import type { Attributes } from '../rows.js';
import { count, identifier, identityOf, LeftOut, NO_DATE, time } from './fields.js';
import type { Writer } from './post.js';

export interface UserRecord {
  key: number;
  displayName: string;
  createdAt: Date;
  /** HTML. */
  about: string;
  /** Has said more than Peerdesk has a place for. */
  hasMore: boolean;
}

export function parseUser(attributes: Attributes): UserRecord | LeftOut {
  const key = identityOf(attributes);
  if (key instanceof LeftOut) return key;
  const createdAt = time(attributes['CreationDate']);
  if (!createdAt) return NO_DATE;
  return {
    key,
    createdAt,
    displayName: attributes['DisplayName'] ?? '',
    about: attributes['AboutMe'] ?? '',
    hasMore: Boolean(attributes['Location'] ?? attributes['WebsiteUrl']),
  };
}

export interface CommentRecord {
  key: number;
  postKey: number;
  /** Markdown, of the small kind that the source allows in comments. */
  text: string;
  score: number;
  createdAt: Date;
  writer: Writer;
}

export function parseComment(attributes: Attributes): CommentRecord | LeftOut {
  const key = identityOf(attributes);
  if (key instanceof LeftOut) return key;
  const postKey = identifier(attributes['PostId']);
  if (postKey === undefined) return new LeftOut('A comment that does not say on which post.');
  const createdAt = time(attributes['CreationDate']);
  if (!createdAt) return NO_DATE;
  const text = attributes['Text'] ?? '';
  if (text.trim() === '') return new LeftOut('A comment without text.');
  const writer = { userKey: identifier(attributes['UserId']), name: attributes['UserDisplayName'] };
  return { key, postKey, text, score: count(attributes['Score']), createdAt, writer };
}

export interface TagRecord {
  name: string;
}

export function parseTag(attributes: Attributes): TagRecord | LeftOut {
  const name = (attributes['TagName'] ?? '').trim().toLowerCase();
  return name === '' ? new LeftOut('A tag without a name.') : { name };
}

export interface BadgeRecord {
  key: number;
  userKey: number;
  name: string;
  awardedAt: Date;
}

export function parseBadge(attributes: Attributes): BadgeRecord | LeftOut {
  const key = identityOf(attributes);
  if (key instanceof LeftOut) return key;
  if (attributes['TagBased'] === 'True')
    return new LeftOut('A badge for a tag, which Peerdesk does not have.');
  const userKey = identifier(attributes['UserId']);
  const name = (attributes['Name'] ?? '').trim();
  if (userKey === undefined || name === '') return new LeftOut('A badge without a name or without a user.');
  const awardedAt = time(attributes['Date']);
  return awardedAt ? { key, userKey, name, awardedAt } : NO_DATE;
}

export interface LinkRecord {
  fromKey: number;
  toKey: number;
  kind: 'duplicate' | 'related';
  createdAt: Date;
}

export function parseLink(attributes: Attributes): LinkRecord | LeftOut {
  const kind = { '1': 'related' as const, '3': 'duplicate' as const }[attributes['LinkTypeId'] ?? ''];
  if (!kind) return new LeftOut('A link of a type that Peerdesk does not have.');
  const fromKey = identifier(attributes['PostId']);
  const toKey = identifier(attributes['RelatedPostId']);
  if (fromKey === undefined || toKey === undefined) return new LeftOut('A link without one of its two ends.');
  const createdAt = time(attributes['CreationDate']);
  return createdAt ? { fromKey, toKey, kind, createdAt } : NO_DATE;
}
