import { normaliseText } from '../text.js';
import { blocksOf, joinBlocks } from './blocks.js';
import type { ResolveAddress } from './inline.js';
import { parseHtml } from './tree.js';

export interface HtmlToMarkdownOptions {
  /** The address of the site that the HTML comes from, for links that are written relative to it. */
  baseUrl?: string;
}

/**
 * Somebody else's HTML as Markdown that `renderMarkdown` shows with the same words, links, code and structure: headings, quotes,
 * `spoiler` quotes, nested lists with their numbers, code with its language, tables, images, emphasis, keys, and hard breaks.
 * What Markdown cannot say (colours, sizes, merged cells) is left out, its words are kept. Scripts, styles and comments go, but
 * comments that name the language of the code after them are used. Addresses that a post may not link to
 * leave their words.
 *
 * Written for this purpose because converters for general use escape each piece of text by itself: they miss what only the
 * neighbour makes active (`**note:**text`, a `!` before a link), escape `snake_case`, and build a whole DOM for it.
 */
export function htmlToMarkdown(html: string, { baseUrl }: HtmlToMarkdownOptions = {}): string {
  const root = parseHtml(normaliseText(html));
  const blocks = blocksOf(root.children, { resolve: resolver(baseUrl), language: {} });
  // An entity brings back what was taken out of the text.
  return normaliseText(joinBlocks(blocks));
}

function resolver(baseUrl: string | undefined): ResolveAddress {
  return (written) => {
    // As browsers read it.
    const address = written
      .trim()
      .replace(/[\t\n\r]/g, '')
      .replace(/ /g, '%20');
    if (address.startsWith('//')) return `https:${address}`;
    if (!baseUrl || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
    return URL.parse(address, baseUrl)?.href ?? address;
  };
}
