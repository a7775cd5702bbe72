import type { Role } from './roles.js';

/** Who is looking or acting. A guest has no account, the rights of nobody and no reputation. */
export interface Viewer {
  readonly accountId: number | null;
  readonly role: Role;
  readonly reputation: number;
}

export const GUEST: Viewer = { accountId: null, role: 'MEMBER', reputation: 0 };

/** A viewer who is known to be logged in. */
export type Actor = Viewer & { readonly accountId: number };

export function isActor(viewer: Viewer): viewer is Actor {
  return viewer.accountId !== null;
}
