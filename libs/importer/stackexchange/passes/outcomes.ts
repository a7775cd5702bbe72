import type { DumpFile } from '../dump.js';
import type { Outcome, Tally } from '../../report.js';

/**
 * What became of a batch, row by row. It is counted after the commit only, since a transaction may run twice.
 */
export class Outcomes {
  private readonly rows: { file: DumpFile; row: number; outcome: Outcome }[] = [];
  private readonly remarks: { row: number; what: string }[] = [];

  constructor(private readonly file: DumpFile) {}

  set(row: number, outcome: Outcome, file = this.file): void {
    this.rows.push({ file, row, outcome });
  }

  /** Something about a written row that is not as it was. */
  remark(row: number, what: string): void {
    this.remarks.push({ row, what });
  }

  countIn(tallies: Record<DumpFile, Tally>): void {
    for (const { file, row, outcome } of this.rows) tallies[file].add(row, outcome);
    for (const { row, what } of this.remarks) tallies[this.file].remark(row, what);
  }
}
