import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DumpFile } from '../dump.js';
import type { Attributes } from './dump-rows.js';

/** A row as attributes, or raw text for one that is not well-formed. */
export type Row = Attributes | string;

export type DumpRows = Partial<Record<DumpFile, Row[]>>;

/** Writes dumps for specs into a directory of their own. */
export class DumpFiles {
  private constructor(readonly directory: string) {}

  static async create(name = 'cooking.example'): Promise<DumpFiles> {
    const parent = await mkdtemp(join(tmpdir(), 'peerdesk-dump-'));
    const directory = join(parent, name);
    await mkdir(directory);
    return new DumpFiles(directory);
  }

  /** Replaces what is there by these files, written as the source writes them: a mark, CRLF, one row a line. */
  async write(rows: DumpRows): Promise<string> {
    await rm(this.directory, { recursive: true });
    await mkdir(this.directory);
    for (const [file, list] of Object.entries(rows)) {
      if (list === undefined) continue;
      const root = file.toLowerCase();
      const lines = [
        '\uFEFF<?xml version="1.0" encoding="utf-8"?>',
        `<${root}>`,
        ...list.map(formatRow),
        `</${root}>`,
      ];
      await writeFile(join(this.directory, `${file}.xml`), lines.join('\r\n'));
    }
    return this.directory;
  }

  async remove(): Promise<void> {
    await rm(join(this.directory, '..'), { recursive: true });
  }
}

function formatRow(row: Row): string {
  if (typeof row === 'string') return `  ${row}`;
  const attributes = Object.entries(row).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${escape(String(value))}"`],
  );
  return `  <row ${attributes.join(' ')} />`;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#xA;',
  '\r': '&#xD;',
  '\t': '&#x9;',
};

const escape = (value: string) =>
  value.replace(/[&<>"\n\r\t]/g, (character) => ESCAPES[character] ?? character);
