import type { Cookies } from '@sveltejs/kit';
import { intentCookie } from './intent.ts';
import { versionsCookie } from './versions-cookie.ts';

const ownCookies = new Set(['language', 'theme', intentCookie, versionsCookie]);

/**
 * False only for a visitor who is certainly a guest: one who brings no cookie but our preferences. Only the API knows
 * whose session a cookie is; this saves guests, who are most of the readers, what would be asked about them.
 */
export function mayBeSignedIn({ cookies }: { cookies: Cookies }): boolean {
  return cookies.getAll().some(({ name }) => !ownCookies.has(name));
}
