import type { CheckResult } from './check.js';

const HEAD = ['check', 'looked at', 'broken', 'mended'] as const;

/** The results as a table, with examples below each promise that is broken, and a last line that sums up. */
export function formatResults(results: readonly CheckResult[]): string {
  const cells = [HEAD, ...results.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ');
  const lines = results.flatMap((result, index) => [line(cells[index + 1]!), ...remarksOf(result)]);
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...lines, '', summary(results)].join(
    '\n',
  );
}

/** Whether every promise is kept, if need be after mending. */
export function areAllKept(results: readonly CheckResult[]): boolean {
  return results.every((result) => result.broken === 0);
}

function cellsOf({ name, rows, broken, mended }: CheckResult): readonly string[] {
  return [name, rows.toLocaleString('en'), broken.toLocaleString('en'), mended.toLocaleString('en')];
}

function remarksOf({ promise, broken, mended, examples, note }: CheckResult): string[] {
  const told = broken + mended > 0 ? [promise, ...examples.map((example) => `- ${example}`)] : [];
  const more = broken + mended - examples.length;
  return [
    ...told,
    ...(told.length > 0 && more > 0 ? [`- and ${more} more`] : []),
    ...(note ? [note] : []),
  ].map((remark) => `    ${remark}`);
}

function summary(results: readonly CheckResult[]): string {
  const broken = results.filter((result) => result.broken > 0).length;
  const mended = results.filter((result) => result.mended > 0).length;
  const about = mended > 0 ? ` ${mended} of them after mending.` : '';
  return broken === 0
    ? `All ${results.length} promises are kept.${about}`
    : `${broken} of ${results.length} promises are broken.`;
}
