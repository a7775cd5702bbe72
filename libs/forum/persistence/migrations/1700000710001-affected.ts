import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who say of a question: I have this too. */
export class Affected1700000710001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table question_affected (
        question_id bigint not null references post (id),
        account_id bigint not null references account (id),
        created_at timestamptz(3) not null default now(),
        primary key (question_id, account_id)
      )`);
    await runner.query(`create index question_affected_by_account on question_affected (account_id)`);
    await runner.query(`
      alter table post add affected_count integer not null default 0
        constraint post_affected_count_not_negative check (affected_count >= 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table post drop affected_count`);
    await runner.query(`drop table question_affected`);
  }
}
