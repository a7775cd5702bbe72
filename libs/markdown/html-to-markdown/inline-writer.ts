import { codeSpan } from './code.js';
import { escapeText, firstCharacter, lastCharacter } from './escape.js';

type Emphasis = 'em' | 'strong' | 'del';

/** What encloses text. Emphasis chooses its signs by its neighbours, the others bring theirs. */
export type Span =
  { name: Emphasis } | { name: 'link' | 'kbd' | 'sup' | 'sub'; opening: string; closing: string };

/** `sign` is set for both ends at once, when the neighbours are known. */
interface Edge {
  kind: 'open' | 'close';
  span: Span;
  sign: { text: string };
}

interface Text {
  kind: 'text';
  text: string;
  insideBrackets: boolean;
  /** Characters that must not touch the emphasis beside them, to be written as their numbers. */
  encodeFirst?: boolean;
  encodeLast?: boolean;
}

/** `atom` and `break` are finished Markdown, `code` is not: what follows may still belong to it. */
interface Whole {
  kind: 'atom' | 'break' | 'code';
  text: string;
}

type Piece = Edge | Text | Whole;

/**
 * Writes the running text of one paragraph, heading or cell. HTML puts blanks and tags anywhere; Markdown is particular: emphasis
 * may not begin or end with a blank, nor touch a letter on one side and a punctuation mark on the other. So blanks and breaks
 * wait until something follows them, spans open when they get content, and a letter in the way is written as its number.
 */
export class InlineWriter {
  private readonly pieces: Piece[] = [];
  private readonly waiting: Edge[] = [];
  private readonly active = new Set<Span['name']>();
  private gap = '';
  private breaks = 0;

  /** @param breakAs a hard break: `\` and a new line in paragraphs, `<br>` where the line must not end. */
  constructor(private readonly breakAs: '\\\n' | '<br>' = '\\\n') {}

  text(html: string): void {
    const text = html.replace(/[ \t\n\r\f]+/g, ' ');
    const words = text.trim();
    const from = text.indexOf(words);
    this.addGap(words ? text.slice(0, from) : text);
    if (!words) return;
    this.flush();
    this.put(words);
    this.addGap(text.slice(from + words.length));
  }

  /** Inline code. Two spans that touch are one, else their backticks would become part of them. */
  code(text: string): void {
    if (text.includes('</') && ['kbd', 'sup', 'sub'].some((name) => this.active.has(name as Span['name']))) {
      // Nothing can be escaped in code, and the tag around it would end there.
      this.text(text);
      return;
    }
    this.flush();
    const last = this.pieces.at(-1);
    if (last?.kind === 'code') last.text += text;
    else this.pieces.push({ kind: 'code', text });
  }

  /** An image, an address in brackets: anything that is Markdown already and begins and ends with a sign. */
  atom(markdown: string): void {
    this.flush();
    this.pieces.push({ kind: 'atom', text: markdown });
  }

  break(): void {
    this.gap = '';
    this.breaks++;
  }

  /** A block begins or ends here although it cannot: a new line, and only one however many blocks meet. */
  boundary(): void {
    this.gap = '';
    this.breaks ||= 1;
  }

  /** Encloses what `write` writes; a span within its like, or around nothing, is left out. */
  span(span: Span, write: () => void): void {
    if (this.active.has(span.name)) {
      write();
      return;
    }
    const opening: Edge = { kind: 'open', span, sign: { text: '' } };
    this.active.add(span.name);
    this.waiting.push(opening);
    write();
    this.active.delete(span.name);
    const empty = this.waiting.indexOf(opening);
    if (empty >= 0) this.waiting.splice(empty, 1);
    else this.pieces.push({ kind: 'close', span, sign: opening.sign });
  }

  toString(): string {
    this.chooseSigns();
    this.separateFromLetters();
    return this.written();
  }

  private addGap(blank: string): void {
    // Beside a break or another blank an ordinary blank shows nothing; a no-break space does.
    const hidden = this.breaks > 0 || this.gap.endsWith(' ') || !this.pieces.length;
    this.gap += hidden ? blank.replace(/^ | $/g, '') : blank;
  }

  private flush(): void {
    for (; this.pieces.length && this.breaks; this.breaks--)
      this.pieces.push({ kind: 'break', text: this.breakAs });
    this.breaks = 0;
    if (this.gap) this.put(this.gap);
    this.gap = '';
    for (const opening of this.waiting.splice(0)) {
      const last = this.pieces.at(-1);
      if (last?.kind === 'close' && isEmphasis(last) && last.span.name === opening.span.name) {
        // <b>one</b><b>two</b> is one stretch of bold.
        this.pieces.pop();
        opening.sign = last.sign;
      } else {
        this.pieces.push(opening);
      }
    }
  }

  private put(text: string): void {
    const insideBrackets = this.active.has('link') && !this.waiting.some(({ span }) => span.name === 'link');
    const last = this.pieces.at(-1);
    if (last?.kind === 'text' && last.insideBrackets === insideBrackets) last.text += text;
    else this.pieces.push({ kind: 'text', text, insideBrackets });
  }

  private chooseSigns(): void {
    /** The emphasis that is open, and how many signs stand together where it was opened. */
    const enclosing: { sign: string; together: { count: number } }[] = [];
    for (const [at, piece] of this.pieces.entries()) {
      if (!isEdge(piece)) continue;
      if (piece.kind === 'close') {
        if (!isEmphasis(piece)) piece.sign = { text: closingOf(piece.span) };
        else if (piece.span.name !== 'del') enclosing.pop();
        continue;
      }
      const before = this.pieces[at - 1];
      const outer = enclosing.at(-1);
      const joins = outer && before?.kind === 'open' && before.sign.text === outer.sign;
      const starsAround = outer?.sign.startsWith('*') ? outer.together.count : 0;
      const other = !(joins && starsAround) && this.needsOtherSign(at, starsAround);
      piece.sign.text = openingOf(piece.span, other ? '_' : '*');
      if (!isEmphasis(piece) || piece.span.name === 'del') continue;
      const together = joins && starsAround ? outer.together : { count: 0 };
      together.count += piece.sign.text.length;
      enclosing.push({ sign: piece.sign.text, together });
    }
  }

  /**
   * Stars beside the stars that end something, or between two letters or marks inside `***`, would be read as closing: the last
   * ones of `*one***two**` and of `***one** (two)**(three)***`. Underscores are not.
   */
  private needsOtherSign(at: number, starsAround: number): boolean {
    const before = this.pieces[at - 1];
    const after = this.pieces[at + 1];
    if (!before || !after) return false;
    if (before.kind === 'close' && before.sign.text.startsWith('*')) return true;
    const left = lastCharacter(markdownOf(before)) || '*';
    const right = firstCharacter(markdownOf(after)) || '*';
    return starsAround > 2 && /\S/.test(left) && !(isMark(left) && isLetter(right));
  }

  private separateFromLetters(): void {
    // Writing a letter as its number makes a mark of it, which may be in the way of the sign on its other side.
    while (this.pieces.filter((_, at) => this.separateAt(at)).length);
  }

  /** A letter before an opening sign that a punctuation mark follows keeps it from opening; likewise after a closing one. */
  private separateAt(at: number): boolean {
    const piece = this.pieces[at];
    if (!piece || !isEdge(piece) || !isEmphasis(piece)) return false;
    const [before, beforePiece] = this.neighbour(at, -1);
    const [after, afterPiece] = this.neighbour(at, +1);
    const underscores = piece.sign.text.startsWith('_');
    if (piece.kind === 'open' && isLetter(before) && (isMark(after) || underscores)) {
      return beforePiece?.kind === 'text' && (beforePiece.encodeLast = true);
    }
    if (piece.kind === 'close' && isLetter(after) && (isMark(before) || underscores)) {
      return afterPiece?.kind === 'text' && (afterPiece.encodeFirst = true);
    }
    return false;
  }

  /** The character on one side of a run of signs, and the piece that it belongs to. */
  private neighbour(at: number, step: 1 | -1): [string, Piece | undefined] {
    const sign = signOf(this.pieces[at]);
    let piece = this.pieces[(at += step)];
    while (piece && isEdge(piece) && isEmphasis(piece) && signOf(piece) === sign)
      piece = this.pieces[(at += step)];
    if (!piece) return ['', undefined];
    const text = markdownOf(piece);
    const character = step > 0 ? firstCharacter(text) : lastCharacter(text);
    return [isEncoded(piece, step, character) ? '&' : character, piece];
  }

  private written(): string {
    const written: string[] = [];
    for (const [at, piece] of this.pieces.entries()) {
      const previous = lastCharacter(written.at(-1) ?? '');
      written.push(piece.kind === 'text' ? this.writtenText(piece, at, previous) : markdownOf(piece));
    }
    return written.join('');
  }

  private writtenText(piece: Text, at: number, previous: string): string {
    const first = piece.encodeFirst ? firstCharacter(piece.text) : '';
    const rest = piece.text.slice(first.length);
    const last = piece.encodeLast ? lastCharacter(rest) : '';
    const next = this.pieces[at + 1];
    const middle = escapeText(rest.slice(0, rest.length - last.length), {
      lineStart: !first && (!previous || previous === '\n'),
      insideBrackets: piece.insideBrackets,
      before: first ? ';' : previous,
      after: last ? '&' : next ? firstCharacter(markdownOf(next)) : '',
    });
    return asNumber(first) + middle + asNumber(last);
  }
}

/** Whether the character on this side of a piece is written as a number; a single one has both sides. */
function isEncoded(piece: Piece, step: 1 | -1, character: string): boolean {
  if (piece.kind !== 'text') return false;
  const single = piece.text === character;
  return Boolean(
    step > 0
      ? piece.encodeFirst || (single && piece.encodeLast)
      : piece.encodeLast || (single && piece.encodeFirst),
  );
}

function isEdge(piece: Piece): piece is Edge {
  return piece.kind === 'open' || piece.kind === 'close';
}

function isEmphasis(edge: Edge): boolean {
  return !('opening' in edge.span);
}

/** What a piece is written as; of text only the outermost characters count here, and those are seldom escaped. */
function markdownOf(piece: Piece): string {
  if (isEdge(piece)) return piece.sign.text;
  return piece.kind === 'code' ? codeSpan(piece.text) : piece.text;
}

function signOf(piece: Piece | undefined): string | undefined {
  return piece && isEdge(piece) ? piece.sign.text[0] : undefined;
}

function openingOf(span: Span, sign: string): string {
  if ('opening' in span) return span.opening;
  return { em: sign, strong: sign + sign, del: '~~' }[span.name];
}

function closingOf(span: Span): string {
  return 'closing' in span ? span.closing : '';
}

function isMark(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

function isLetter(character: string): boolean {
  return character !== '' && !/[\s\p{P}\p{S}]/u.test(character);
}

function asNumber(character: string): string {
  return character && `&#${character.codePointAt(0)};`;
}
