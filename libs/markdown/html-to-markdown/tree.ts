import { Parser } from '../html-parser.js';

/** An element of somebody else's HTML, as far as the conversion cares. */
export interface HtmlElement {
  tag: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
  /** Whether a block stands somewhere inside. Noted while reading, so that nobody has to search for it level by level. */
  holdsBlocks: boolean;
}

export interface HtmlComment {
  comment: string;
}

/** Text is a string, with its entities decoded. */
export type HtmlNode = string | HtmlElement | HtmlComment;

export function isElement(node: HtmlNode): node is HtmlElement {
  return typeof node === 'object' && 'tag' in node;
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Nothing of these is text for readers. */
const DROPPED = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'noscript',
  'object',
  'svg',
  'math',
]);
/** Deeper elements give their content to the one that stands at this depth: nobody nests quotes thirty deep on purpose. */
const MAX_DEPTH = 40;

export function isBlock(node: HtmlNode): node is HtmlElement {
  return isElement(node) && BLOCKS.has(node.tag);
}

/** Reads HTML forgivingly, as browsers do: missing ends are supplied, stray ones ignored. */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { tag: 'body', attributes: {}, children: [], holdsBlocks: false };
  const open = [root];
  /** Elements that were too deep to keep, and those inside dropped ones. */
  let passedOver = 0;
  let dropped = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (dropped || DROPPED.has(tag)) {
          dropped++;
          return;
        }
        const parent = open.at(-1) ?? root;
        if (passedOver || open.length > MAX_DEPTH) {
          passedOver++;
          if (tag === 'br' || BLOCKS.has(tag)) parent.children.push(' ');
          return;
        }
        const element: HtmlElement = { tag, attributes, children: [], holdsBlocks: false };
        parent.children.push(element);
        if (BLOCKS.has(tag)) markHolders(open);
        open.push(element);
      },
      ontext(text) {
        if (dropped) return;
        const siblings = (open.at(-1) ?? root).children;
        // Entities arrive as pieces of their own.
        const last = siblings.at(-1);
        if (typeof last === 'string') siblings[siblings.length - 1] = last + text;
        else siblings.push(text);
      },
      oncomment(comment) {
        if (!dropped && !passedOver) (open.at(-1) ?? root).children.push({ comment });
      },
      onclosetag() {
        if (dropped) dropped--;
        else if (passedOver) passedOver--;
        else open.pop();
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return root;
}

function markHolders(open: HtmlElement[]): void {
  for (let at = open.length - 1; at >= 0; at--) {
    const holder = open[at];
    if (!holder || holder.holdsBlocks) return;
    holder.holdsBlocks = true;
  }
}

/** All text inside, as it stands: for code. */
export function textOf(node: HtmlNode): string {
  if (typeof node === 'string') return node;
  if (!isElement(node)) return '';
  return node.tag === 'br' ? '\n' : node.children.map(textOf).join('');
}
