import { PRIVILEGES, holdsPrivilege } from '#libs/forum';
import type { Privilege } from '#libs/forum';
import { isAtLeast } from '#libs/kernel';
import type { Role } from '#libs/kernel';

/** What no reputation is enough for, with the least role that may. */
const BY_ROLE = {
  DELETE_OTHERS_POSTS: 'SUPERUSER',
  SET_OFFICIAL: 'MODERATOR',
  CURATE: 'STAFF',
} as const satisfies Record<string, Role>;

export type PrivilegeName = Privilege | keyof typeof BY_ROLE;

const byReputation = Object.keys(PRIVILEGES) as Privilege[];
const byRole = Object.keys(BY_ROLE) as (keyof typeof BY_ROLE)[];
export const PRIVILEGE_NAMES: readonly PrivilegeName[] = [...byReputation, ...byRole];

export interface PersonalPrivilege {
  name: PrivilegeName;
  held: boolean;
  /** Null where it takes a role. */
  reputationNeeded: number | null;
}

/** What somebody may do, and what comes next: the ones that reputation opens first, in rising order. */
export function privilegesOf(person: { role: Role; reputation: number }): PersonalPrivilege[] {
  return [
    ...byReputation
      .map((name) => ({ name, held: holdsPrivilege(person, name), reputationNeeded: PRIVILEGES[name] }))
      .sort((a, b) => a.reputationNeeded - b.reputationNeeded),
    ...byRole.map((name) => ({ name, held: isAtLeast(person.role, BY_ROLE[name]), reputationNeeded: null })),
  ];
}
