import { isAtLeast } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';

/** What reputation opens: the rules of standing say how much of it. Nothing is asked where they say 0. */
export const PRIVILEGES_BY_REPUTATION = [
  'ASK',
  'ANSWER',
  'COMMENT',
  'VOTE_UP',
  'OFFER_BOUNTY',
  'VOTE_DOWN',
  'NOMINATE_SUPERUSER',
  'CREATE_TAG',
  'EDIT_OTHERS_POSTS',
] as const;

/** All that can be opened: the last one by the quality of one's reports only. */
export const PRIVILEGES = [...PRIVILEGES_BY_REPUTATION, 'PRIORITY_FLAGS'] as const;

export type PrivilegeByReputation = (typeof PRIVILEGES_BY_REPUTATION)[number];
export type Privilege = (typeof PRIVILEGES)[number];

/**
 * Whether somebody may. What was opened is kept with the account (and for a while after reputation has sunk), so that
 * nobody who asks has to know the rules; superusers and above may all of it.
 */
export function holdsPrivilege(person: Pick<Viewer, 'role' | 'privileges'>, privilege: Privilege): boolean {
  return isAtLeast(person.role, 'SUPERUSER') || person.privileges.includes(privilege);
}
