import type { Role } from './roles.js';

/** Who is looking or acting. A guest has no account, the rights of nobody and no reputation. */
export interface Viewer {
  readonly accountId: number | null;
  readonly role: Role;
  readonly reputation: number;
  /** What reputation or quality has opened for this person, by name. What a role allows beside it is not listed. */
  readonly privileges: readonly string[];
}

export const GUEST: Viewer = { accountId: null, role: 'MEMBER', reputation: 0, privileges: [] };

/** A viewer who is known to be logged in. */
export type Actor = Viewer & { readonly accountId: number };

export function isActor(viewer: Viewer): viewer is Actor {
  return viewer.accountId !== null;
}
