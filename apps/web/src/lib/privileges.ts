import type { MessageKey } from './messages/types.ts';

/** What the pages call each privilege that they know. A newer server may have more; those show their name. */
export const privilegeNames = {
  ASK: 'privilege.ASK',
  ANSWER: 'privilege.ANSWER',
  COMMENT: 'privilege.COMMENT',
  VOTE_UP: 'privilege.VOTE_UP',
  VOTE_DOWN: 'privilege.VOTE_DOWN',
  EDIT_OTHERS_POSTS: 'privilege.EDIT_OTHERS_POSTS',
  DELETE_OTHERS_POSTS: 'privilege.DELETE_OTHERS_POSTS',
  SET_OFFICIAL: 'privilege.SET_OFFICIAL',
  CURATE: 'privilege.CURATE',
} as const satisfies Record<string, MessageKey>;

export function privilegeKey(name: string): (typeof privilegeNames)[keyof typeof privilegeNames] | undefined {
  return name in privilegeNames ? privilegeNames[name as keyof typeof privilegeNames] : undefined;
}
