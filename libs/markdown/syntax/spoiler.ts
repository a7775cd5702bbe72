import type { MarkdownIt, StateBlock } from 'markdown-it';

/**
 * Lines that begin with `>!` are hidden until the reader asks for them, as people know it from other communities. A spoiler
 * holds any blocks but another spoiler.
 */
export function spoilers(md: MarkdownIt): void {
  md.block.ruler.before('blockquote', 'spoiler', spoiler, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

function spoiler(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  // Its content is parsed as a text of its own, which does not count against the nesting limit: hence only one level.
  if (state.env.insideSpoiler || hiddenText(state, startLine) === undefined) return false;
  if (silent) return true;

  const lines: string[] = [];
  let line = startLine;
  for (; line < endLine; line++) {
    const text = hiddenText(state, line);
    if (text === undefined) break;
    lines.push(text);
  }
  state.push('spoiler_open', 'details', 1).map = [startLine, line];
  state.push('spoiler_summary_open', 'summary', 1);
  const summary = state.push('inline', '', 0);
  summary.content = 'Spoiler';
  summary.children = [];
  state.push('spoiler_summary_close', 'summary', -1);
  state.env.insideSpoiler = true;
  state.md.block.parse(lines.join('\n'), state.md, state.env, state.tokens);
  state.env.insideSpoiler = false;
  state.push('spoiler_close', 'details', -1);
  state.line = line;
  return true;
}

/** What follows the `>!` of a line, or undefined where the line has none. */
function hiddenText(state: StateBlock, line: number): string | undefined {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  if (indent < 0 || indent >= 4) return undefined;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (!state.src.startsWith('>!', start)) return undefined;
  return state.src.slice(start + 2, state.eMarks[line]).replace(/^ /, '');
}
