import { type HtmlElement, isElement, textOf } from './tree.js';

/** The languages that comments in the source of a post announce. */
export interface AnnouncedLanguage {
  /** For the next block only. */
  next?: string;
  /** For all blocks that say nothing themselves. */
  all?: string;
}

/** Reads `<!-- language: lang-py -->` and `<!-- language-all: lang-py -->`. */
export function readLanguage(comment: string, announced: AnnouncedLanguage): void {
  const [, all, name] = /^\s*language(-all)?:\s*(\S+)\s*$/.exec(comment) ?? [];
  if (!name) return;
  if (all) announced.all = name;
  else announced.next = name;
}

/** A `pre` as a fenced block, or nothing where it is empty. */
export function fencedCode(pre: HtmlElement, announced: AnnouncedLanguage): string {
  // Writers of HTML end the last line before </code>, and a fence does so anyway.
  const code = codeText(pre).replace(/\n$/, '');
  if (!code.trim()) return '';
  const language = languageOf(pre) ?? announced.next ?? announced.all ?? '';
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${fence}${cleanLanguage(language)}\n${code}\n${fence}`;
}

/** The text of inline code. */
export function inlineCodeText(element: HtmlElement): string {
  return textOf(element).replace(/[ \t\n\r\f]+/g, ' ');
}

/** Inline code between a run of backticks that does not occur in it. */
export function codeSpan(code: string): string {
  const fence = '`'.repeat(shortestFree(code));
  const padding = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return fence + padding + code + padding + fence;
}

function codeText(pre: HtmlElement): string {
  const text = textOf(pre);
  // HTML does not count a line feed right after <pre>; after <pre><code> it does.
  return typeof pre.children[0] === 'string' ? text.replace(/^\n/, '') : text;
}

function languageOf(pre: HtmlElement): string | undefined {
  const inner = pre.children.find(isElement);
  const classes = `${pre.attributes.class ?? ''} ${inner?.attributes.class ?? ''}`;
  return /(?:^|\s)lang(?:uage)?-(\S+)/.exec(classes)?.[1];
}

function cleanLanguage(name: string): string {
  const language = name.replace(/^lang(uage)?-/, '');
  return /^(none|default)$/.test(language) || !/^[\w+#.-]+$/.test(language) ? '' : language;
}

function longestRun(code: string): number {
  return (code.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function shortestFree(code: string): number {
  const taken = new Set((code.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (taken.has(length)) length++;
  return length;
}
