import type { Role } from './model.ts';

const ranks: readonly Role[] = ['MEMBER', 'SUPERUSER', 'MODERATOR', 'STAFF', 'ADMIN'];

/** The places of those who look after the site, in the order of their day, and from which role on each is theirs. */
export const deskPlaces = [
  { path: '/candidates', name: 'desk.candidates', needs: 'STAFF' },
  { path: '/desk/review', name: 'desk.review', needs: 'STAFF' },
  { path: '/desk/stale', name: 'desk.stale', needs: 'STAFF' },
  { path: '/faq/drafts', name: 'desk.drafts', needs: 'STAFF' },
  { path: '/desk/search', name: 'desk.search', needs: 'STAFF' },
  { path: '/desk/gaps', name: 'desk.gaps', needs: 'STAFF' },
  { path: '/desk/deflection', name: 'desk.deflection', needs: 'STAFF' },
  { path: '/desk/products', name: 'desk.products', needs: 'STAFF' },
  { path: '/desk/translations', name: 'desk.translations', needs: 'STAFF' },
  { path: '/desk/flags', name: 'desk.flags', needs: 'SUPERUSER' },
  { path: '/desk/fraud', name: 'desk.fraud', needs: 'MODERATOR' },
  { path: '/desk/ratings', name: 'desk.ratings', needs: 'MODERATOR' },
  { path: '/desk/superusers', name: 'desk.superusers', needs: 'STAFF' },
  { path: '/desk/settings', name: 'desk.settings', needs: 'STAFF' },
] as const satisfies readonly { path: string; name: string; needs: Role }[];

/** Of a page under /desk: STAFF unless its place says otherwise. The desk itself leads on to a place of one's own. */
export function roleNeededAt(pathname: string): Role {
  if (pathname === '/desk') return 'SUPERUSER';
  if (pathname.startsWith('/desk/sanctions/')) return 'MODERATOR';
  const place = deskPlaces.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return place?.needs ?? 'STAFF';
}

export function hasRole(person: { role: Role } | null | undefined, needed: Role): boolean {
  return person != null && ranks.indexOf(person.role) >= ranks.indexOf(needed);
}
