import type { Attributes } from '../rows.js';
import { identifier, identityOf, LeftOut, NO_DATE, time } from './fields.js';

export interface VoteRecord {
  key: number;
  postKey: number;
  kind: 'up' | 'down' | 'accept';
  /** Dumps round it to the day. */
  createdAt: Date;
}

const KINDS: Record<string, VoteRecord['kind']> = { '1': 'accept', '2': 'up', '3': 'down' };

/** VoteTypeId of what is called a vote in the dump and is none here. */
const OTHER_VOTES: Record<string, string> = {
  '4': 'A flag: offensive.',
  '5': 'A bookmark.',
  '6': 'A vote to close.',
  '7': 'A vote to reopen.',
  '8': 'A bounty that was offered.',
  '9': 'A bounty that was awarded.',
  '10': 'A vote to delete.',
  '11': 'A vote to undelete.',
  '12': 'A flag: spam.',
  '13': 'A flag for moderators.',
  '14': 'A vote in a moderator election.',
  '15': 'A review by a moderator.',
  '16': 'The approval of a suggested edit.',
};

export function parseVote(attributes: Attributes): VoteRecord | LeftOut {
  const type = attributes['VoteTypeId'] ?? '';
  const kind = KINDS[type];
  if (!kind) return new LeftOut(OTHER_VOTES[type] ?? 'A vote of a type that Peerdesk does not have.');
  const key = identityOf(attributes);
  if (key instanceof LeftOut) return key;
  const postKey = identifier(attributes['PostId']);
  if (postKey === undefined) return new LeftOut('A vote that does not say for which post.');
  const createdAt = time(attributes['CreationDate']);
  return createdAt ? { key, postKey, kind, createdAt } : NO_DATE;
}
