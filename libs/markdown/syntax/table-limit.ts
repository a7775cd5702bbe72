import type { MarkdownIt, StateBlock } from 'markdown-it';

/** Cells of one table, those included that short rows leave empty: 20 columns and 250 rows, which nobody reads to the end. */
const MAX_CELLS = 5_000;

const DELIMITER_ROW = /^[|\-:][|\-: \t]+$/;

/**
 * A larger table is shown as the text it is, in a block of code. A row costs its writer two characters and the page one cell
 * for each column, so 50 kB of rows could make sixty thousand cells.
 */
export function limitTables(md: MarkdownIt): void {
  md.block.ruler.before('table', 'table_limit', hugeTable);
}

function hugeTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const delimiters = startLine + 1 < endLine ? lineText(state, startLine + 1) : '';
  if (!delimiters.includes('|') || !DELIMITER_ROW.test(delimiters)) return false;
  let line = startLine;
  while (line < endLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) >= state.blkIndent) line++;
  const columns = delimiters.split('|').length - 1;
  if (columns * (line - startLine) <= MAX_CELLS) return false;
  if (silent) return true;
  const token = state.push('code_block', 'code', 0);
  token.content = `${state.getLines(startLine, line, state.blkIndent, false)}\n`;
  token.map = [startLine, line];
  state.line = line;
  return true;
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
