/**
 * Around a match while texts are on their way: characters that `withoutControls` keeps out of every document, so
 * that nobody can write them. They become tags only after everything else was escaped.
 */
export const MATCH_START = '\u0002';
export const MATCH_END = '\u0003';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  [MATCH_START]: '<mark>',
  [MATCH_END]: '</mark>',
};

/** Safe HTML of a text with sentinels: escaped first, marked after. */
export function markedHtml(text: string): string {
  return text.replace(/[&<>"'\u0002\u0003]/g, (character) => ESCAPES[character] ?? character);
}
