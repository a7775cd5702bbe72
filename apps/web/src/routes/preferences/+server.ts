import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/i18n.ts';
import { isTheme } from '#lib/preferences.ts';
import { writeMailsIn } from '#lib/server/mail-language.ts';
import { safeNext } from '#lib/server/paths.ts';
import { mayBeSignedIn } from '#lib/server/visitor.ts';
import type { RequestHandler } from './$types.js';

const year = 365 * 24 * 60 * 60;

/** Remembers how this reader wants the pages: language and colours. Works without an account and without JavaScript. */
export const POST: RequestHandler = async (event) => {
  const { request, cookies, url } = event;
  const form = await request.formData();
  const language = form.get('language');
  const theme = form.get('theme');
  const options = {
    maxAge: year,
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  } as const;
  if (isLanguage(language)) {
    cookies.set('language', language, options);
    if (mayBeSignedIn(event)) await writeMailsIn(language, event);
  }
  if (isTheme(theme)) cookies.set('theme', theme, options);
  redirect(303, safeNext(form.get('next')));
};
