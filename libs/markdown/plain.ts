import { Parser } from './html-parser.js';

/** Never words of the author. */
const UNSPOKEN = new Set(['script', 'style', 'template', 'head', 'noscript', 'summary']);
const PARAGRAPHS = new Set(
  'address article aside blockquote dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(
    ' ',
  ),
);
const LINES = new Set(['br', 'li', 'tr', 'caption']);
const CELLS = new Set(['td', 'th']);

interface ReadingOptions {
  /** Leave out what the author hid behind a spoiler. */
  withoutSpoilers?: boolean;
}

/**
 * The words of a piece of HTML, for search documents, mails and feeds: paragraphs separated by an empty line, list items and
 * table rows on lines of their own, cells separated by a tab, code with its line breaks, images by their alternative text.
 *
 * The result is text, not HTML: escape it wherever it is shown.
 */
export function plainText(html: string): string {
  return read(html);
}

/**
 * The beginning of a text in one line: at most `length` UTF-16 units including the ellipsis, cut between words where there are any
 * and never within a character. Spoilers are left out. The result is text, not HTML.
 */
export function excerpt(html: string, length: number): string {
  const text = read(html, { withoutSpoilers: true }).replace(/\s+/g, ' ');
  if (text.length <= length) return text;
  const room = text.slice(0, Math.max(0, length - 1));
  const wordEnd = text[room.length] === ' ' ? room.length : room.lastIndexOf(' ');
  // A script without blanks, or one endless word: half of the room is worth more than a clean cut.
  const cut = wordEnd > room.length / 2 ? room.slice(0, wordEnd) : wholeCharacters(text, room.length);
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** An emoji made of several, or a letter with its marks, is dropped rather than cut. */
function wholeCharacters(text: string, length: number): string {
  // Looking a little further back and ahead is enough; splitting 50,000 characters for an excerpt is not needed.
  const from = Math.max(0, length - 64);
  const tail = new Intl.Segmenter().segment(text.slice(from, length + 64)).containing(length - from);
  return text.slice(0, tail && tail.index + from < length ? tail.index + from : length).toWellFormed();
}

function read(html: string, { withoutSpoilers = false }: ReadingOptions = {}): string {
  const writer = new LineWriter();
  let silent = 0;
  const isSilent = (name: string) => UNSPOKEN.has(name) || (withoutSpoilers && name === 'details');
  const parser = new Parser(
    {
      onopentag(name, { alt }) {
        if (isSilent(name)) silent++;
        if (silent) return;
        if (name === 'img' && alt) writer.text(alt);
        if (name === 'pre') writer.preformatted++;
        writer.boundary(name);
      },
      ontext(data) {
        if (!silent) writer.text(data);
      },
      onclosetag(name) {
        if (isSilent(name)) silent--;
        if (silent) return;
        if (name === 'pre') writer.preformatted--;
        writer.boundary(name);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return writer.toString();
}

/** Collects words and the widest gap that was asked for between two of them. */
class LineWriter {
  preformatted = 0;
  private written = '';
  private gap: '' | ' ' | '\t' | '\n' | '\n\n' = '';

  boundary(tag: string): void {
    if (PARAGRAPHS.has(tag)) this.gap = '\n\n';
    else if (LINES.has(tag) && this.gap !== '\n\n') this.gap = '\n';
    else if (CELLS.has(tag) && !this.gap.includes('\n')) this.gap = '\t';
  }

  text(data: string): void {
    if (this.preformatted) {
      this.put(data);
      return;
    }
    const words = data.replace(/[ \t\n\r\f]+/g, ' ');
    if (words.startsWith(' ')) this.gap ||= ' ';
    const trimmed = words.replace(/^ | $/g, '');
    if (!trimmed) return;
    this.put(trimmed);
    if (words.endsWith(' ')) this.gap = ' ';
  }

  private put(text: string): void {
    if (!text) return;
    // Code ends with a line feed of its own.
    if (this.gap.startsWith('\n')) this.written = this.written.trimEnd();
    if (this.written) this.written += this.gap;
    this.written += text;
    this.gap = '';
  }

  toString(): string {
    return this.written.replace(/^\n+/, '').trimEnd();
  }
}
