import { isImageAddress, isLinkAddress } from '../addresses.js';
import { inlineCodeText } from './code.js';
import { escapeDestination, escapeText, titlePart } from './escape.js';
import { InlineWriter, type Span } from './inline-writer.js';
import { type HtmlElement, type HtmlNode, isBlock, isElement } from './tree.js';

/** What an image editor of the source community puts where the writer said nothing about the picture. */
const PLACEHOLDER_ALT = /^enter image description here$/i;

const SPANS: Record<string, Span> = {
  em: { name: 'em' },
  i: { name: 'em' },
  strong: { name: 'strong' },
  b: { name: 'strong' },
  del: { name: 'del' },
  s: { name: 'del' },
  strike: { name: 'del' },
  kbd: { name: 'kbd', opening: '<kbd>', closing: '</kbd>' },
  sup: { name: 'sup', opening: '<sup>', closing: '</sup>' },
  sub: { name: 'sub', opening: '<sub>', closing: '</sub>' },
};

/** Turns an address of the source into one that works here. */
export type ResolveAddress = (address: string) => string;

/** The running text of a paragraph. */
export function paragraphText(nodes: readonly HtmlNode[], resolve: ResolveAddress, around?: Span): string {
  return write(new InlineWriter(), nodes, resolve, around);
}

/** The same on a single line, for headings and table cells: breaks are written as `<br>`, and blocks inside begin a new one. */
export function lineText(nodes: readonly HtmlNode[], resolve: ResolveAddress): string {
  return write(new InlineWriter('<br>'), nodes, resolve);
}

function write(
  writer: InlineWriter,
  nodes: readonly HtmlNode[],
  resolve: ResolveAddress,
  around?: Span,
): string {
  const elements = new InlineElements(writer, resolve);
  if (around) writer.span(around, () => elements.addAll(nodes));
  else elements.addAll(nodes);
  return writer.toString();
}

class InlineElements {
  constructor(
    private readonly writer: InlineWriter,
    private readonly resolve: ResolveAddress,
  ) {}

  addAll(nodes: readonly HtmlNode[]): void {
    for (const node of nodes) {
      if (typeof node === 'string') this.writer.text(node);
      else if (isElement(node)) this.add(node);
    }
  }

  private add(element: HtmlElement): void {
    const { tag, children } = element;
    const span = SPANS[tag];
    if (span) this.writer.span(span, () => this.addAll(children));
    else if (tag === 'br') this.writer.break();
    else if (tag === 'a') this.addLink(element);
    else if (tag === 'img') this.addImage(element);
    else if (tag === 'code' || tag === 'tt' || tag === 'samp' || tag === 'pre') this.addCode(element);
    else if (tag === 'input') this.addCheckbox(element);
    else if (isBlock(element)) this.addBlock(element);
    else this.addAll(children);
  }

  private addCode(element: HtmlElement): void {
    const code = inlineCodeText(element);
    if (code.trim()) this.writer.code(code);
    else this.writer.text(code);
  }

  private addBlock(element: HtmlElement): void {
    this.writer.boundary();
    if (element.tag === 'li') this.writer.text('• ');
    this.addAll(element.children);
    this.writer.boundary();
  }

  private addLink({ attributes, children }: HtmlElement): void {
    const href = this.resolve(attributes.href ?? '');
    if (!isLinkAddress(href)) {
      this.addAll(children);
      return;
    }
    const title = titlePart(attributes.title);
    if (
      !title &&
      children.length === 1 &&
      children[0] === href &&
      /^(https?|mailto):[^\s<>\\]+$/i.test(href)
    ) {
      this.writer.atom(`<${href}>`);
      return;
    }
    const closing = `](${escapeDestination(href)}${title})`;
    this.writer.span({ name: 'link', opening: '[', closing }, () => this.addAll(children));
  }

  private addImage({ attributes }: HtmlElement): void {
    const alt = PLACEHOLDER_ALT.test(attributes.alt ?? '')
      ? ''
      : (attributes.alt ?? '').replace(/\s+/g, ' ').trim();
    const src = this.resolve(attributes.src ?? '');
    if (!isImageAddress(src)) {
      this.writer.text(alt);
      return;
    }
    const words = escapeText(alt, { lineStart: false, insideBrackets: true, before: '[', after: ']' });
    this.writer.atom(`![${words}](${escapeDestination(src)}${titlePart(attributes.title)})`);
  }

  private addCheckbox({ attributes }: HtmlElement): void {
    if (attributes.type !== 'checkbox') return;
    this.writer.atom('checked' in attributes ? '[x]' : '[ ]');
    this.writer.text(' ');
  }
}
