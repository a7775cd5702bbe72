import type { Document } from './filter.js';
import type { ParsedQuery, Term } from './query.js';
import { placesOf } from './ranking.js';
import { wordsOf, type Word } from './words.js';

export interface Formatting {
  attributesToHighlight: readonly string[];
  attributesToCrop: readonly string[];
  highlightPreTag: string;
  highlightPostTag: string;
  cropLength: number;
  cropMarker: string;
}

/** A stretch of text that answers the query, in characters. */
interface Match {
  start: number;
  end: number;
}

/** The `_formatted` twin of a document: every text cropped and marked as asked; numbers become text. */
export function formatDocument(document: Document, query: ParsedQuery, how: Formatting): Document {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, formatValue(value, name, query, how)]),
  );
}

function formatValue(value: unknown, name: string, query: ParsedQuery, how: Formatting): unknown {
  if (Array.isArray(value)) return value.map((entry) => formatValue(entry, name, query, how));
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return value;
  const words = wordsOf(value);
  const matches = matchesIn(words, query.terms);
  const cropped = lengthToCrop(name, how);
  const window =
    cropped === undefined ? { start: 0, end: value.length } : cropWindow(words, matches, cropped, value);
  const marks = wanted(how.attributesToHighlight, name) ? matches : [];
  const body = mark(value, window, marks, how);
  const before = window.start > 0 ? how.cropMarker : '';
  return `${before}${body}${window.end < value.length ? how.cropMarker : ''}`;
}

function wanted(names: readonly string[], name: string): boolean {
  return names.includes('*') || names.includes(name);
}

/** `text:30` overrides the general length. */
function lengthToCrop(name: string, how: Formatting): number | undefined {
  for (const entry of how.attributesToCrop) {
    const [attribute, length] = entry.split(':');
    if (attribute === name || attribute === '*')
      return length === undefined ? how.cropLength : Number(length);
  }
  return undefined;
}

function matchesIn(words: readonly Word[], terms: readonly Term[]): Match[] {
  const matches: Match[] = [];
  for (const term of terms) {
    for (const place of placesOf(term, words, 0, true)) {
      const first = words[place.position];
      const last = words[place.position + place.length - 1];
      if (!first || !last) continue;
      const beginning = term.prefix && place.typos === 0 && last.folded.length === last.end - last.start;
      const end = beginning ? Math.min(last.end, last.start + (term.words[0] ?? '').length) : last.end;
      matches.push({ start: first.start, end });
    }
  }
  return matches.sort((a, b) => a.start - b.start);
}

function cropWindow(words: readonly Word[], matches: readonly Match[], length: number, text: string): Match {
  if (words.length <= length || length === 0) return { start: 0, end: text.length };
  const firstMatch = words.findIndex((word) => matches.some((match) => match.start === word.start));
  const from = Math.max(0, Math.min(firstMatch - Math.floor(length / 4), words.length - length));
  const first = words[from];
  const last = words[from + length - 1];
  return {
    start: from === 0 ? 0 : (first?.start ?? 0),
    end: from + length >= words.length ? text.length : (last?.end ?? text.length),
  };
}

function mark(text: string, window: Match, matches: readonly Match[], how: Formatting): string {
  let result = '';
  let position = window.start;
  for (const match of matches) {
    if (match.start < position || match.end > window.end) continue;
    result += text.slice(position, match.start);
    result += how.highlightPreTag + text.slice(match.start, match.end) + how.highlightPostTag;
    position = match.end;
  }
  return result + text.slice(position, window.end);
}
