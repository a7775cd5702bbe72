import type { Attributes } from '../rows.js';
import { identifier, identityOf, LeftOut, NO_DATE, time } from './fields.js';
import type { Writer } from './post.js';

/**
 * One part of a revision. The source writes a row for each thing that changed in one edit (title, body, tags), and all
 * rows of one edit carry the same `edit` id.
 */
export interface HistoryRecord {
  key: number;
  postKey: number;
  edit: string;
  part: 'title' | 'body' | 'tags';
  createdAt: Date;
  writer: Writer;
  /** Markdown of a body, plain text of a title, `<a><b>` of tags. */
  text: string;
  /** Why, in the editor's words. */
  reason?: string;
}

/** PostHistoryTypeId: the first version, an edit of it, a rollback. */
const PARTS: Record<string, HistoryRecord['part']> = {
  '1': 'title',
  '2': 'body',
  '3': 'tags',
  '4': 'title',
  '5': 'body',
  '6': 'tags',
  '7': 'title',
  '8': 'body',
  '9': 'tags',
};

const OTHER_EVENTS: Record<string, string> = {
  '10': 'An event, not an edit: closed.',
  '11': 'An event, not an edit: reopened.',
  '12': 'An event, not an edit: deleted.',
  '13': 'An event, not an edit: undeleted.',
  '14': 'An event, not an edit: locked.',
  '15': 'An event, not an edit: unlocked.',
  '16': 'An event, not an edit: made a community wiki.',
  '17': 'An event, not an edit: migrated.',
  '18': 'An event, not an edit: merged.',
  '19': 'An event, not an edit: protected.',
  '20': 'An event, not an edit: no longer protected.',
  '24': 'An event, not an edit: a suggested edit was approved.',
  '25': 'An event, not an edit: shared outside.',
  '35': 'An event, not an edit: migrated.',
  '36': 'An event, not an edit: migrated.',
  '50': 'An event, not an edit: shown again by the site.',
};

export function parseHistory(attributes: Attributes): HistoryRecord | LeftOut {
  const type = attributes['PostHistoryTypeId'] ?? '';
  const part = PARTS[type];
  if (!part) return new LeftOut(OTHER_EVENTS[type] ?? 'An event, not an edit.');
  const key = identityOf(attributes);
  if (key instanceof LeftOut) return key;
  const postKey = identifier(attributes['PostId']);
  if (postKey === undefined) return new LeftOut('An edit that does not say of which post.');
  const createdAt = time(attributes['CreationDate']);
  if (!createdAt) return NO_DATE;
  const text = attributes['Text'];
  if (text === undefined) return new LeftOut('An edit without its text.');
  return {
    key,
    postKey,
    edit: attributes['RevisionGUID'] ?? `row ${key}`,
    part,
    createdAt,
    writer: { userKey: identifier(attributes['UserId']), name: attributes['UserDisplayName'] },
    text,
    reason: attributes['Comment'],
  };
}
