import { isAtLeast } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';

/**
 * The reputation that opens each door: the preset for a new community, after Stack Exchange's and Apache Answer's
 * thresholds. Being logged in is enough to ask, answer, comment and vote up. Superusers and above may all of it.
 */
export const PRIVILEGES = {
  ASK: 0,
  ANSWER: 0,
  COMMENT: 0,
  VOTE_UP: 0,
  VOTE_DOWN: 125,
  EDIT_OTHERS_POSTS: 1_000,
} as const;

export type Privilege = keyof typeof PRIVILEGES;

export function holdsPrivilege(person: Pick<Viewer, 'role' | 'reputation'>, privilege: Privilege): boolean {
  return isAtLeast(person.role, 'SUPERUSER') || person.reputation >= PRIVILEGES[privilege];
}
