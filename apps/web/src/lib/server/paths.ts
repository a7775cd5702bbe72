/**
 * A place of this site to go on to, from what a visitor's address or form says. Anything that a browser could take
 * for another host (`//evil.example`, `/\evil.example`, a tab inside) becomes the start page.
 */
export function safeNext(value: FormDataEntryValue | null | undefined, otherwise = '/'): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return otherwise;
  const place = new URL(value, 'http://here.invalid');
  return place.origin === 'http://here.invalid' ? place.pathname + place.search + place.hash : otherwise;
}

/** The page itself, without the name of the action that was posted to it. */
export function pageOf(url: URL): string {
  const search = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
  return url.pathname + (search.size > 0 ? `?${search}` : '');
}

export function loginPath(from: URL): string {
  return `/login?next=${encodeURIComponent(pageOf(from))}`;
}
