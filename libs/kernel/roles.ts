/** What a person is to the company, in rising order of what they may do. The meaning is in the mission's words. */
export const ROLES = ['MEMBER', 'SUPERUSER', 'MODERATOR', 'STAFF', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** True for `role` and everything above it. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** The company's own people are always shown as such; a superuser never is, being a customer. */
export function isStaff(role: Role): boolean {
  return isAtLeast(role, 'STAFF');
}
