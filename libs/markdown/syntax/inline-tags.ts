import type { MarkdownIt, StateInline } from 'markdown-it';

const OPENING = /<(kbd|sup|sub)>/y;
const BREAK = /<br ?\/?>/y;

/**
 * The few tags that Markdown has no sign for and that support needs: `<kbd>Ctrl</kbd>`, `<sup>`, `<sub>`, and `<br>` for a new
 * line inside a table cell. Exactly in this form, without attributes, and closed in the same paragraph; everything else that
 * looks like HTML stays text.
 */
export function inlineTags(md: MarkdownIt): void {
  md.inline.ruler.before('autolink', 'inline_tag', inlineTag);
}

function inlineTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c /* < */) return false;
  return lineBreak(state, silent) || pairedTag(state, silent);
}

function lineBreak(state: StateInline, silent: boolean): boolean {
  BREAK.lastIndex = state.pos;
  const tag = BREAK.exec(state.src)?.[0];
  if (!tag || state.pos + tag.length > state.posMax) return false;
  if (!silent) state.push('hardbreak', 'br', 0);
  state.pos += tag.length;
  return true;
}

function pairedTag(state: StateInline, silent: boolean): boolean {
  OPENING.lastIndex = state.pos;
  const [opening, name] = OPENING.exec(state.src) ?? [];
  if (!opening || !name) return false;
  const closing = `</${name}>`;
  const from = state.pos + opening.length;
  const to = nextClosing(state, closing, from);
  const outerEnd = state.posMax;
  if (to < 0 || to + closing.length > outerEnd) return false;
  if (!silent) {
    state.push(`${name}_open`, name, 1);
    state.pos = from;
    state.posMax = to;
    state.md.inline.tokenize(state);
    state.posMax = outerEnd;
    state.push(`${name}_close`, name, -1);
  }
  state.pos = to + closing.length;
  return true;
}

/**
 * Where the closing tag stands, or -1. What was found is remembered per paragraph: looking again from each of ten thousand
 * opening tags would read the paragraph ten thousand times.
 */
const found = new WeakMap<StateInline, Map<string, { from: number; at: number }>>();

function nextClosing(state: StateInline, closing: string, from: number): number {
  const known = found.get(state) ?? new Map<string, { from: number; at: number }>();
  found.set(state, known);
  const last = known.get(closing);
  if (last && last.from <= from && (last.at < 0 || last.at >= from)) return last.at;
  let at = state.src.indexOf(closing, from);
  while (at > 0 && isEscaped(state.src, at)) at = state.src.indexOf(closing, at + 1);
  known.set(closing, { from, at });
  return at;
}

/** An even number of backslashes escape each other. */
function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}
