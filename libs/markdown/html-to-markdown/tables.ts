import { lineText, type ResolveAddress } from './inline.js';
import { type HtmlElement, isElement } from './tree.js';

/** Wider tables are cut; a page cannot show them, and `colspan="1000"` costs five letters. */
const MAX_COLUMNS = 50;

interface Row {
  cells: HtmlElement[];
  isHeader: boolean;
}

/**
 * A table of plain cells. Markdown wants exactly one header row: the first one of the source if it is one, an empty one
 * otherwise. What a cell holds is put on one line; spanned columns become empty cells.
 */
export function tableMarkdown(table: HtmlElement, resolve: ResolveAddress): string {
  const rows = rowsOf(table, false);
  const first = rows[0];
  if (!first) return '';
  const texts = rows.map((row) =>
    row.cells.flatMap((cell) => cellTexts(cell, resolve)).slice(0, MAX_COLUMNS),
  );
  const width = Math.max(...texts.map((row) => row.length));
  if (!texts.flat().some(Boolean)) return '';

  const header = first.isHeader ? (texts.shift() ?? []) : [];
  const aligned = Array.from({ length: width }, (_, column) => delimiter(rows, column));
  const caption = table.children.find((node) => isElement(node) && node.tag === 'caption');
  const title = caption && isElement(caption) ? lineText(caption.children, resolve) : '';
  const lines = [header, aligned, ...texts].map((row) => line(row, width));
  return `${title && `${title}\n\n`}${lines.join('\n')}`;
}

function rowsOf(parent: HtmlElement, insideHead: boolean): Row[] {
  return parent.children.filter(isElement).flatMap((element): Row[] => {
    if (element.tag !== 'tr')
      return /^t(head|body|foot)$/.test(element.tag) ? rowsOf(element, element.tag === 'thead') : [];
    const cells = element.children.filter(isElement).filter(({ tag }) => tag === 'td' || tag === 'th');
    return cells.length ? [{ cells, isHeader: insideHead || cells.every(({ tag }) => tag === 'th') }] : [];
  });
}

function cellTexts(cell: HtmlElement, resolve: ResolveAddress): string[] {
  const span = Math.min(MAX_COLUMNS, Math.max(1, Number.parseInt(cell.attributes.colspan ?? '1', 10) || 1));
  const text = lineText(cell.children, resolve).replace(/\|/g, '\\|');
  return [text, ...Array.from({ length: span - 1 }, () => '')];
}

function delimiter(rows: Row[], column: number): string {
  const cell = rows.find((row) => row.cells[column])?.cells[column];
  const side = cell?.attributes.align ?? /text-align:\s*(\w+)/.exec(cell?.attributes.style ?? '')?.[1];
  return { left: ':--', right: '--:', center: ':-:' }[side ?? ''] ?? '---';
}

function line(cells: string[], width: number): string {
  return `| ${Array.from({ length: width }, (_, column) => cells[column] ?? '').join(' | ')} |`;
}
