import type { RequestEvent } from '@sveltejs/kit';
import type { Language } from '#lib/i18n.ts';
import { setMailPreferences } from './documents/notices.ts';
import { execute } from './transport.ts';

/**
 * Mails to whoever reads the pages in this language come in it too. A guest is refused by the API, and that is all: what
 * they came for does not depend on it.
 */
export async function writeMailsIn(language: Language, event: RequestEvent): Promise<void> {
  await execute(event, { query: setMailPreferences.source, variables: { input: { language } } });
}
