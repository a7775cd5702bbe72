import type { Language } from '../i18n.ts';
import type { Role } from '../model.ts';
import type { Messages } from './types.ts';

const known: Partial<Record<Language, Messages>> = {};

/**
 * The words of one language, as far as this reader meets them: those of the desk and of administration would be a tenth
 * of a first view. For each language it is always the same object, so that whoever logs in later has their words too.
 */
export async function messagesFor(language: Language, role: Role | undefined): Promise<Messages> {
  const messages = (known[language] ??= {} as Messages);
  Object.assign(messages, await readingIn(language));
  if (role !== undefined && role !== 'MEMBER') Object.assign(messages, await deskIn(language));
  return messages;
}

async function readingIn(language: Language) {
  return language === 'de'
    ? (await import('./de/reading.ts')).reading
    : (await import('./en/reading.ts')).reading;
}

async function deskIn(language: Language) {
  return language === 'de' ? (await import('./de/desk.ts')).desk : (await import('./en/desk.ts')).desk;
}
