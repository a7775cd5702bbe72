import type { Language } from '../i18n.ts';
import type { Role } from '../model.ts';
import type { Messages } from './types.ts';

/** Who comes here from a search engine mostly reads one page; the words for taking part would be a tenth of it. */
const ONLY_READ = ['/questions/[id=number]', '/faq', '/search'];

const known: Partial<Record<Language, Messages>> = {};

/**
 * The words of one language, as far as this reader meets them. For each language it is always the same object, so that
 * whoever logs in or goes on to another page has the words of that page too.
 * @param routeId of the page, such as `/faq/[slug]`; null where there is none
 */
export async function messagesFor(
  language: Language,
  role: Role | undefined,
  routeId: string | null,
): Promise<Messages> {
  const messages = (known[language] ??= {} as Messages);
  const takesPart = role !== undefined || !ONLY_READ.some((route) => routeId?.startsWith(route));
  const looksAfter = role !== undefined && role !== 'MEMBER';
  const areas = await Promise.all([
    readingIn(language),
    takesPart ? memberIn(language) : {},
    looksAfter ? deskIn(language) : {},
    looksAfter || routeId === '/rules' ? rulebookIn(language) : {},
  ]);
  for (const area of areas) Object.assign(messages, area);
  return messages;
}

async function readingIn(language: Language) {
  return language === 'de'
    ? (await import('./de/reading.ts')).reading
    : (await import('./en/reading.ts')).reading;
}

async function memberIn(language: Language) {
  return language === 'de'
    ? (await import('./de/member.ts')).member
    : (await import('./en/member.ts')).member;
}

async function deskIn(language: Language) {
  return language === 'de' ? (await import('./de/desk.ts')).desk : (await import('./en/desk.ts')).desk;
}

async function rulebookIn(language: Language) {
  return language === 'de'
    ? (await import('./de/rulebook.ts')).rulebook
    : (await import('./en/rulebook.ts')).rulebook;
}
