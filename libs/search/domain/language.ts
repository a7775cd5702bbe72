/** The language part of a BCP 47 locale: `pt` of `pt-BR`; `und` (undetermined) when there is none. */
export function languageOf(locale: string): string {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return /^[a-z]{2,3}$/.test(language) ? language : 'und';
}

/**
 * What is written in the reader's language is raised by this factor: enough to come before its own translation and before
 * what matches as well, too little to come before what matches better.
 */
export const PREFERENCE = 1.2;
