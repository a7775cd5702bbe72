import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** The page has its h1 and the section its h2: what a post calls h1 is h3, h2 is h4, and so on down to h6. */
export function demoteHeadings(md: MarkdownIt): void {
  md.core.ruler.push('demote_heading', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
    }
  });
}

/** Columns are aligned by attribute: posts may carry no styles. */
export function alignByAttribute(md: MarkdownIt): void {
  md.core.ruler.push('align_attribute', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const [, side] = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? '')) ?? [];
      token.attrs = side ? [['align', side]] : null;
    }
  });
}

/** Address and title characters that a text may yield beyond its own length. */
const REFERENCE_ALLOWANCE = 20_000;

/**
 * `[a]: https://long…` once and `[a]` ten thousand times would make a page of hundreds of megabytes from 50 kB. Whoever writes
 * addresses out never gets near the limit; past it, links and images keep their words only.
 */
export function limitReferences(md: MarkdownIt): void {
  md.core.ruler.after('linkify', 'limit_references', (state) => {
    const limit = { left: state.src.length * 4 + REFERENCE_ALLOWANCE };
    for (const token of state.tokens) withinLimit(token, limit, state);
  });
}

function withinLimit(parent: Token, limit: { left: number }, state: StateCore): void {
  if (parent.type !== 'inline') return;
  parent.children = (parent.children ?? []).map((token) => {
    if (!token.attrs || (token.type !== 'link_open' && token.type !== 'image')) return token;
    for (const [, value] of token.attrs) limit.left -= String(value).length;
    if (limit.left >= 0) return token;
    if (token.type === 'link_open') {
      token.attrs = null;
      return token;
    }
    const text = new state.Token('text', '', 0);
    text.content = token.content;
    return text;
  });
}
