import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { isLanguage, type Language } from '#lib/i18n.ts';
import { isTheme } from '#lib/preferences.ts';
import { compressed } from '#lib/server/compression.ts';
import { sendIntentEvents } from '#lib/server/intent.ts';

/** Headers that every page carries; the content security policy is made by the build, with a nonce per page. */
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

export const handle: Handle = async ({ event, resolve }) => {
  const { cookies, locals, request } = event;
  const language = cookies.get('language');
  const theme = cookies.get('theme');
  locals.language = isLanguage(language)
    ? language
    : preferredLanguage(request.headers.get('accept-language'));
  locals.theme = isTheme(theme) ? theme : 'system';

  const { language: lang, theme: colours } = locals;
  let page = '';
  const resolved = await resolve(event, {
    // SvelteKit would hash each page for an ETag, character by character; with a nonce in it no page is ever the same
    // again. So the page is taken out here and put back below.
    transformPageChunk: ({ html }) => {
      // Both marks stand in the first tag, so the rest of a long page need not be searched.
      const end = html.indexOf('<head>') + 1;
      const tag = html
        .slice(0, end)
        .replace('%peerdesk.language%', lang)
        .replace('%peerdesk.theme%', colours);
      page += tag + html.slice(end);
      return '';
    },
  });
  const response = page === '' ? resolved : await withPage(resolved, page);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  response.headers.append('vary', 'Cookie, Accept-Language');
  sendIntentEvents(event);
  return compressed(request, response);
};

/** The page before whatever was streamed after it. */
async function withPage(resolved: Response, page: string): Promise<Response> {
  const { status, headers } = resolved;
  headers.delete('etag');
  headers.delete('content-length');
  return new Response(page + (await resolved.text()), { status, headers });
}

/** The first language of the browser's list that we speak; the list is short, so its q-values are simply sorted. */
function preferredLanguage(header: string | null): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q = 'q=1'] = part.trim().split(/\s*;\s*/);
      return { language: tag.slice(0, 2).toLowerCase(), weight: Number(q.slice(2)) || 0 };
    })
    .sort((a, b) => b.weight - a.weight);
  return wishes.map((wish) => wish.language).find(isLanguage) ?? 'en';
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const requestId = event.platform?.req.peerdesk?.requestId;
  const cause =
    error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
  console.error(
    JSON.stringify({
      level: 50,
      time: Date.now(),
      msg: 'page failed',
      requestId,
      path: event.url.pathname,
      err: cause,
    }),
  );
  return requestId === undefined ? {} : { requestId };
};
