import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has a long ledger is recomputed in several parts, and told once what came of all of them. */
export class RecomputedInParts1700000890003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reputation_recomputation
        -- the account of whose ledger only a part is done, and by how much that changed their reputation
        add partly_done bigint references account (id),
        add partly_done_change integer not null default 0,
        add constraint recomputation_part check (partly_done is not null or partly_done_change = 0),
        add constraint recomputation_ends_whole check (state = 'RUNNING' or partly_done is null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reputation_recomputation drop partly_done, drop partly_done_change`);
  }
}
