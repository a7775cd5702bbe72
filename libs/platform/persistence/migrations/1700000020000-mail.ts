import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each mail is tried next. */
export class Mail1700000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Null: sent, or given up.
    await runner.query(`alter table mail add column next_attempt_at timestamptz(3) default now()`);
    await runner.query(`create index mail_due on mail (next_attempt_at, id) where sent_at is null`);
    await runner.query(`create index mail_kept on mail (id desc) where sent_at is null`);
    await runner.query(`create index mail_sent on mail (sent_at) where sent_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index mail_due, mail_kept, mail_sent`);
    await runner.query(`alter table mail drop column next_attempt_at`);
  }
}
