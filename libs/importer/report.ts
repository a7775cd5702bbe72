/** How many rows had one thing in common, and the numbers of the first of them in their file. */
export interface Reason {
  reason: string;
  count: number;
  rows: number[];
}

/** What became of the rows of one file: `read` is always `written + alreadyThere + leftOut`. */
export interface KindReport {
  kind: string;
  read: number;
  written: number;
  alreadyThere: number;
  leftOut: number;
  /** Why rows were left out. */
  reasons: Reason[];
  /** What is not quite as it was in rows that were written. */
  remarks: Reason[];
}

export interface ImportReport {
  /** The name that the imported community has here. */
  source: string;
  locale: string;
  kinds: KindReport[];
  /** Remarks about the dump as a whole, such as files that are missing or cut off. */
  notes: string[];
  seconds: number;
}

/** What became of one row. A text says why it was left out. */
export type Outcome = typeof WRITTEN | typeof ALREADY_THERE | { leftOut: string };

export const WRITTEN = 'written';
export const ALREADY_THERE = 'already there';

const ROWS_NAMED = 5;
const MOST_REASONS = 100;
const OTHER = 'For other reasons.';

/** Counts what becomes of the rows of one file while they are imported. */
export class Tally {
  private readonly counts = { read: 0, written: 0, alreadyThere: 0, leftOut: 0 };
  private readonly reasons = new Map<string, Reason>();
  private readonly remarks = new Map<string, Reason>();

  constructor(readonly kind: string) {}

  get read(): number {
    return this.counts.read;
  }

  add(row: number, outcome: Outcome): void {
    this.counts.read += 1;
    if (outcome === WRITTEN) this.counts.written += 1;
    else if (outcome === ALREADY_THERE) this.counts.alreadyThere += 1;
    else {
      this.counts.leftOut += 1;
      note(this.reasons, outcome.leftOut, row);
    }
  }

  remark(row: number, what: string): void {
    note(this.remarks, what, row);
  }

  report(): KindReport {
    return {
      kind: this.kind,
      ...this.counts,
      reasons: byCount(this.reasons),
      remarks: byCount(this.remarks),
    };
  }
}

function note(reasons: Map<string, Reason>, reason: string, row: number) {
  const known = reasons.get(reason);
  if (!known && reasons.size >= MOST_REASONS && reason !== OTHER) note(reasons, OTHER, row);
  else if (!known) reasons.set(reason, { reason, count: 1, rows: [row] });
  else {
    known.count += 1;
    if (known.rows.length < ROWS_NAMED) known.rows.push(row);
  }
}

const byCount = (reasons: Map<string, Reason>) =>
  [...reasons.values()]
    .map((reason) => ({ ...reason, rows: reason.rows.toSorted((a, b) => a - b) }))
    .sort((a, b) => b.count - a.count);

/** The report as the command line prints it: a table, then the reasons below it. */
export function formatReport(report: ImportReport): string {
  const head = ['', 'read', 'written', 'already there', 'left out'];
  const body = report.kinds.map(({ kind, read, written, alreadyThere, leftOut }) => [
    kind,
    ...[read, written, alreadyThere, leftOut].map(formatCount),
  ]);
  const sections = [
    `${report.source} (${report.locale}), ${report.seconds.toFixed(1)} s`,
    formatTable([head, ...body]),
    ...formatReasons('Left out, and why (the first rows in brackets):', report.kinds, (kind) => kind.reasons),
    ...formatReasons('Written, but not quite as it was:', report.kinds, (kind) => kind.remarks),
    ...(report.notes.length > 0 ? [`Note:\n${report.notes.map((note) => `  ${note}`).join('\n')}`] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

function formatReasons(
  title: string,
  kinds: KindReport[],
  reasonsOf: (kind: KindReport) => Reason[],
): string[] {
  const lines = kinds.flatMap((kind) =>
    reasonsOf(kind).map(({ reason, count, rows }) => [
      `  ${kind.kind}`,
      formatCount(count),
      `${reason} [${rows.join(', ')}${count > rows.length ? ', …' : ''}]`,
    ]),
  );
  return lines.length === 0 ? [] : [`${title}\n${formatTable(lines)}`];
}

/** Columns of numbers flush right, others flush left. */
function formatTable(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumeric(lines, column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const isNumeric = (lines: string[][], column: number) => /^[\d,]+$/.test(lines.at(-1)?.[column] ?? '');

const formatCount = (count: number) => count.toLocaleString('en-GB');
