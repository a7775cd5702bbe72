import type { Translator } from './i18n.ts';
import type { MessageKey } from './messages/types.ts';

/** What the pages call each privilege that they know. A newer server may have more; those show their name. */
export const privilegeNames = {
  ASK: 'privilege.ASK',
  ANSWER: 'privilege.ANSWER',
  COMMENT: 'privilege.COMMENT',
  VOTE_UP: 'privilege.VOTE_UP',
  OFFER_BOUNTY: 'privilege.OFFER_BOUNTY',
  VOTE_DOWN: 'privilege.VOTE_DOWN',
  NOMINATE_SUPERUSER: 'privilege.NOMINATE_SUPERUSER',
  CREATE_TAG: 'privilege.CREATE_TAG',
  EDIT_OTHERS_POSTS: 'privilege.EDIT_OTHERS_POSTS',
  PRIORITY_FLAGS: 'privilege.PRIORITY_FLAGS',
  DELETE_OTHERS_POSTS: 'privilege.DELETE_OTHERS_POSTS',
  SET_OFFICIAL: 'privilege.SET_OFFICIAL',
  CURATE: 'privilege.CURATE',
} as const satisfies Record<string, MessageKey>;

export function privilegeName(name: string, t: Translator['t']): string {
  const key = privilegeKey(name);
  return key ? t(key) : name;
}

export function privilegeKey(name: string): (typeof privilegeNames)[keyof typeof privilegeNames] | undefined {
  return name in privilegeNames ? privilegeNames[name as keyof typeof privilegeNames] : undefined;
}
