/** Text from one `<row` up to the next. The first segment of a file is what stands before its first row. */
export interface Segment {
  text: string;
  /** Where it starts, from 1. */
  line: number;
  isRow: boolean;
  /** So much text without a next row that most of it was thrown away. */
  tooLong: boolean;
}

/**
 * No row of a real dump comes near this many characters. Something longer is a file without row ends, and collecting it
 * would fill the memory.
 */
const LONGEST_SEGMENT = 16_000_000;

const ROW_START = '<row';
const AFTER_ROW_START = new Set([' ', '\t', '\r', '\n', '/', '>']);

/**
 * Cuts the text of a dump file at every `<row`. A raw `<` is not allowed inside an attribute, so a cut never falls into
 * a sound row, and a broken one ends where the next begins.
 */
export class SegmentCutter {
  private rest = '';
  private searchFrom = 0;
  private line = 1;
  private droppedLines = 0;
  private isRow = false;
  private tooLong = false;

  *add(text: string): Generator<Segment> {
    const buffer = this.rest + text;
    let start = 0;
    for (let next = rowStart(buffer, this.searchFrom); next >= 0; next = rowStart(buffer, next + 1)) {
      yield this.cut(buffer.slice(start, next));
      this.isRow = true;
      start = next;
    }
    this.keep(buffer, start);
  }

  end(): Segment {
    return this.cut(this.rest);
  }

  private keep(buffer: string, start: number) {
    this.rest = buffer.slice(start);
    if (this.rest.length > LONGEST_SEGMENT) {
      this.tooLong = true;
      const dropped = this.rest.length - ROW_START.length;
      this.droppedLines += countNewlines(this.rest.slice(0, dropped));
      this.rest = this.rest.slice(dropped);
    }
    // A row start may be cut in two by the end of the text, so the last characters are looked at again.
    const atRow = this.isRow && !this.tooLong ? ROW_START.length : 0;
    this.searchFrom = Math.max(atRow, this.rest.length - ROW_START.length);
  }

  private cut(text: string): Segment {
    const segment = { text, line: this.line, isRow: this.isRow, tooLong: this.tooLong };
    this.line += this.droppedLines + countNewlines(text);
    this.droppedLines = 0;
    this.tooLong = false;
    return segment;
  }
}

/** `<rows>` and the like are not rows. What ends before that can be told is left for later. */
function rowStart(text: string, from: number): number {
  let at = text.indexOf(ROW_START, from);
  while (at >= 0 && !AFTER_ROW_START.has(text.charAt(at + ROW_START.length))) {
    at = text.indexOf(ROW_START, at + 1);
  }
  return at;
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
