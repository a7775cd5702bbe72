import { createReadStream } from 'node:fs';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { decoderFor } from './encoding.js';
import { mendCharacters } from './mend.js';
import { type Segment, SegmentCutter } from './segments.js';

export type Attributes = Readonly<Record<string, string>>;

/**
 * One `<row …/>` of a dump file. `row` counts from 1 and counts broken rows too; `line` is where it starts in the file.
 * `mended` says what was put right so that the row could be read at all.
 */
export interface ReadRow {
  row: number;
  line: number;
  attributes: Attributes;
  mended?: string;
}

/** A row that cannot be read, and why, in words for the person who imports. */
export interface BrokenRow {
  row: number;
  line: number;
  problem: string;
}

/** Something about the file as a whole that makes one doubt that it is complete. */
export interface FileRemark {
  remark: string;
}

export type RowResult = ReadRow | BrokenRow | FileRemark;

export interface ReadRowsOptions {
  /** Called for every piece read from the disk, with its size in bytes. */
  onBytes?: (count: number) => void;
  signal?: AbortSignal;
}

const PIECE_BYTES = 256 * 1024;

/**
 * Reads the rows of a dump file of any size in constant memory. A row that is not well-formed is returned as a
 * `BrokenRow`, and reading goes on at the next `<row`.
 *
 * @throws the error of the file system when the file cannot be read, and an AbortError once the signal is aborted.
 */
export async function* readRows(file: string, options: ReadRowsOptions = {}): AsyncGenerator<RowResult> {
  const cutter = new SegmentCutter();
  const reader = new RowReader();
  let decoder: TextDecoder | undefined;
  const stream = createReadStream(file, { highWaterMark: PIECE_BYTES, signal: options.signal });
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    options.onBytes?.(bytes.length);
    decoder ??= decoderFor(bytes);
    for (const segment of cutter.add(decoder.decode(bytes, { stream: true }))) yield* reader.read(segment);
  }
  for (const segment of cutter.add(decoder?.decode() ?? '')) yield* reader.read(segment);
  yield* reader.finish(cutter.end());
}

/**
 * Feeds the segments of a file to one XML parser. A parser that has stumbled cannot be trusted with what follows, so it
 * is replaced; it reads fragments, so the new one may begin at any row.
 */
class RowReader {
  private parser = new RowParser();
  private row = 0;

  *read(segment: Segment): Generator<RowResult> {
    const { started, attributes, error, closed } = this.parser.feed(segment.text);
    if (error !== undefined || (started && !closed)) this.parser = new RowParser();
    if (!segment.isRow) return;
    // A row inside an XML comment starts no element.
    if (!started && error === undefined && !segment.tooLong) return;

    this.row += 1;
    const place = { row: this.row, line: segment.line };
    if (segment.tooLong) yield { ...place, problem: 'The row is too long to be one: its end is missing.' };
    else if (attributes && error === undefined) yield { ...place, attributes };
    else yield { ...place, ...this.readMended(segment.text, error) };
  }

  *finish(last: Segment): Generator<RowResult> {
    yield* this.read(last);
    if (this.row === 0 && !ENDS_WITH_ROOT.test(last.text)) {
      yield { remark: 'The file holds no rows: is it really a file of a Stack Exchange dump?' };
    } else if (!ENDS_WITH_ROOT.test(last.text)) {
      yield { remark: 'The file ends without its closing tag: it may have been cut off.' };
    }
  }

  /** Dumps are written without checking characters, so a post with a control character in it is not even XML. */
  private readMended(text: string, error = 'The row has no end.') {
    const mended = mendCharacters(text);
    if (mended.text === text) return { problem: error };
    const again = new RowParser().feed(mended.text);
    if (again.error !== undefined || !again.attributes) return { problem: again.error ?? error };
    return { attributes: again.attributes, mended: mended.what };
  }
}

/** A closing tag, or a root without content. */
const ENDS_WITH_ROOT = /(<\/[\w:.-]+\s*>|<[\w:.-]+\s*\/>)\s*(<!--.*-->\s*)?$/s;

interface Fed {
  /** A row element began. */
  started: boolean;
  /** Its attributes, once its tag was read to the end. */
  attributes?: Attributes;
  closed: boolean;
  /** The first thing that is wrong up to the end of the row's tag. What comes after it cannot harm the row. */
  error?: string;
}

class RowParser {
  private readonly sax = new SaxesParser<{ xmlns: false }>({
    fragment: true,
    position: false,
    xmlns: false,
  } as { xmlns: false });
  private fed: Fed = { started: false, closed: false };

  constructor() {
    this.sax.on('opentagstart', (tag) => this.onStart(tag.name));
    this.sax.on('opentag', (tag) => this.onTag(tag));
    this.sax.on('closetag', (tag) => this.onClose(tag.name));
    this.sax.on('error', (error) => this.onError(error));
  }

  feed(text: string): Fed {
    this.fed = { started: false, closed: false };
    this.sax.write(text);
    return this.fed;
  }

  private onStart(name: string) {
    if (name === 'row') this.fed.started = true;
  }

  private onTag(tag: SaxesTagPlain) {
    if (tag.name === 'row') this.fed.attributes ??= tag.attributes;
  }

  private onClose(name: string) {
    if (name === 'row') this.fed.closed = true;
  }

  private onError(error: Error) {
    if (!this.fed.closed) this.fed.error ??= `The row is not well-formed XML: ${error.message}`;
  }
}
