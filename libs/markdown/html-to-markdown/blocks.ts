import { type AnnouncedLanguage, fencedCode, readLanguage } from './code.js';
import { lineText, paragraphText, type ResolveAddress } from './inline.js';
import { listMarkdown } from './lists.js';
import { tableMarkdown } from './tables.js';
import { type HtmlElement, type HtmlNode, isBlock, isElement } from './tree.js';

/** A finished block; `kind` decides what may stand right above or below it. */
export interface Block {
  kind: 'paragraph' | 'heading' | 'quote' | 'code' | 'rule' | 'table' | 'list';
  text: string;
  /** The sign of a list: two lists in a row need different ones, or they become one. */
  marker?: string;
}

/** What a block must know of its surroundings. */
export interface Surroundings {
  resolve: ResolveAddress;
  language: AnnouncedLanguage;
  insideList?: boolean;
  insideSpoiler?: boolean;
}

/** The blocks that a list of nodes makes; text between blocks becomes paragraphs. */
export function blocksOf(nodes: readonly HtmlNode[], around: Surroundings): Block[] {
  const blocks: Block[] = [];
  let running: HtmlNode[] = [];
  const endParagraph = () => {
    const text = paragraphText(running, around.resolve);
    if (text) blocks.push({ kind: 'paragraph', text });
    running = [];
  };
  for (const node of gatherStrayItems(nodes)) {
    if (typeof node === 'object' && 'comment' in node) {
      readLanguage(node.comment, around.language);
    } else if (isBlock(node) || (isElement(node) && node.holdsBlocks)) {
      endParagraph();
      blocks.push(...blocksFor(node, blocks.at(-1), around));
    } else {
      running.push(node);
    }
  }
  endParagraph();
  return blocks;
}

/** Items that nobody put into a list make one, as browsers show it. */
function gatherStrayItems(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  if (!nodes.some((node) => isElement(node) && node.tag === 'li')) return nodes;
  const gathered: HtmlNode[] = [];
  let list: HtmlElement | undefined;
  for (const node of nodes) {
    if (isElement(node) && node.tag === 'li') {
      if (!list) gathered.push((list = { tag: 'ul', attributes: {}, children: [], holdsBlocks: true }));
      list.children.push(node);
    } else {
      gathered.push(node);
      if (typeof node !== 'string' || node.trim()) list = undefined;
    }
  }
  return gathered;
}

function blocksFor(element: HtmlElement, previous: Block | undefined, around: Surroundings): Block[] {
  switch (element.tag) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return some('heading', heading(element, around));
    case 'blockquote':
      return some('quote', quote(element, around));
    case 'pre':
      return codeBlock(element, around);
    case 'hr':
      // Under a list's `-`, three more of them would be a line right through it.
      return [{ kind: 'rule', text: around.insideList ? '___' : '---' }];
    case 'ul':
    case 'ol':
      return listBlock(element, previous, around);
    case 'table':
      return some('table', tableMarkdown(element, around.resolve));
    case 'dt':
      return some('paragraph', paragraphText(element.children, around.resolve, { name: 'strong' }));
    case 'iframe':
      return blocksOf([videoLink(element)], around);
    default:
      return blocksOf(element.children, around);
  }
}

function some(kind: Block['kind'], text: string): Block[] {
  return text ? [{ kind, text }] : [];
}

function heading(element: HtmlElement, around: Surroundings): string {
  const text = lineText(element.children, around.resolve);
  // Signs at the end would be taken for the decoration that closes a heading.
  return text && `${'#'.repeat(Number(element.tag[1]))} ${text.replace(/(?<=\s)#+$/, '\\$&')}`;
}

function quote(element: HtmlElement, around: Surroundings): string {
  const isSpoiler = !around.insideSpoiler && /(^|\s)spoiler(\s|$)/.test(element.attributes.class ?? '');
  const inside = { ...around, insideSpoiler: around.insideSpoiler || isSpoiler };
  const text = joinBlocks(blocksOf(element.children, inside));
  const sign = isSpoiler ? '>!' : '>';
  return text && text.replace(/^.*$/gm, (line) => (line ? `${sign} ${line}` : sign));
}

function codeBlock(element: HtmlElement, around: Surroundings): Block[] {
  const block = some('code', fencedCode(element, around.language));
  around.language.next = undefined;
  return block;
}

function listBlock(element: HtmlElement, previous: Block | undefined, around: Surroundings): Block[] {
  const taken = previous?.kind === 'list' ? previous.marker : undefined;
  const [usual, other] = element.tag === 'ol' ? (['.', ')'] as const) : (['-', '*'] as const);
  const marker = taken === usual ? other : usual;
  const inside = { ...around, insideList: true };
  const text = listMarkdown(element, marker, (item, tight) => joinBlocks(blocksOf(item, inside), tight));
  return text ? [{ kind: 'list', text, marker }] : [];
}

/** An embedded video can only be a link here. */
function videoLink({ attributes }: HtmlElement): HtmlNode {
  const address = attributes.src?.replace(/^\/\//, 'https://') ?? '';
  const watch = address.replace(
    /^(https:\/\/www\.youtube)(?:-nocookie)?(\.com\/)embed\/([\w-]+).*$/,
    '$1$2watch?v=$3',
  );
  return { tag: 'a', attributes: { href: watch }, children: [watch], holdsBlocks: false };
}

/**
 * Blocks one under the other. In a `tight` list item no empty line may stand between them, or its paragraphs get
 * space around them; where Markdown needs one all the same, it gets it.
 */
export function joinBlocks(blocks: readonly Block[], tight = false): string {
  return blocks
    .map((block, at) => {
      const previous = blocks[at - 1];
      if (!previous) return block.text;
      return (tight && mayTouch(previous, block) ? '\n' : '\n\n') + block.text;
    })
    .join('');
}

function mayTouch(above: Block, below: Block): boolean {
  if (above.kind === 'code' || above.kind === 'heading') return true;
  if (above.kind !== 'paragraph') return false;
  if (below.kind === 'quote' || below.kind === 'code') return true;
  // Only a list that begins with 1 and has words in its first item is seen under a line of text.
  return below.kind === 'list' && /^([-*]|1[.)]) \S/.test(below.text);
}
