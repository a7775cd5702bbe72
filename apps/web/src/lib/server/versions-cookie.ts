import type { Cookies } from '@sveltejs/kit';

/** Which versions a guest uses; people with an account have that kept with it. */
export const versionsCookie = 'peerdesk_versions';

/** A cookie holds some 4,000 characters, and nobody uses so many products. */
const mostVersions = 50;

/** The ids of the versions that the visitor has chosen. They may have been made up: the API skips unknown ones. */
export function chosenVersions({ cookies }: { cookies: Cookies }): string[] {
  const ids = (cookies.get(versionsCookie) ?? '').split('.').filter((id) => /^\w{1,20}$/.test(id));
  return ids.slice(0, mostVersions);
}

export function chooseVersions(cookies: Cookies, ids: readonly string[], isSecure: boolean): void {
  cookies.set(versionsCookie, ids.slice(0, mostVersions).join('.'), {
    path: '/',
    maxAge: 365 * 24 * 60 * 60,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
  });
}
