import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where mail programs end mails of the same kind for their reader. */
export class MailUnsubscribe1700000820100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail add column unsubscribe_url text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table mail drop column unsubscribe_url`);
  }
}
