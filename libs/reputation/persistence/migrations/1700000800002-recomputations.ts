import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recomputations of everybody's reputation by newer rules, and the ways in which ledgers are read. */
export class Recomputations1700000800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reputation_recomputation (
        id bigint generated always as identity primary key,
        -- what everything that stands is to be worth
        version integer not null references rule_set (version),
        -- SUPERSEDED: newer rules were saved before it came to its end
        state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'SUPERSEDED')),
        asked_by bigint references account (id),
        asked_at timestamptz(3) not null default now(),
        finished_at timestamptz(3),
        -- accounts up to this number are done; of those after it, possibly some days
        done_up_to bigint not null default 0,
        accounts_done integer not null default 0,
        accounts_total integer not null,
        -- entries that were reversed and entered anew
        changed integer not null default 0,
        constraint recomputation_end check ((state = 'RUNNING') = (finished_at is null))
      )`);
    await runner.query(
      `create unique index one_recomputation_at_a_time on reputation_recomputation ((true)) where state = 'RUNNING'`,
    );
    // Also for what one account has of a post, the newest first.
    await runner.query(`drop index reputation_entry_by_post`);
    await runner.query(
      `create index reputation_entry_by_post on reputation_entry (post_id, account_id, created_at desc, id desc)`,
    );
    await runner.query(
      `create index reputation_entry_gains on reputation_entry (account_id, created_at desc, id desc) where delta > 0`,
    );
    await runner.query(
      `create index reputation_entry_losses on reputation_entry (account_id, created_at desc, id desc) where delta < 0`,
    );
    // For the dry run over the last days; entries come nearly in the order of their days.
    await runner.query(`create index reputation_entry_by_date on reputation_entry using brin (earned_on)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index reputation_entry_by_date, reputation_entry_losses, reputation_entry_gains`,
    );
    await runner.query(`drop index reputation_entry_by_post`);
    await runner.query(`create index reputation_entry_by_post on reputation_entry (post_id)`);
    await runner.query(`drop table reputation_recomputation`);
  }
}
