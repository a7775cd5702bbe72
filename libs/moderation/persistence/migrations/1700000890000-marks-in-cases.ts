import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases hold answers that were said to have solved it too, beside those that were accepted. */
export class MarksInCases1700000890000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table fraud_case_acceptance
        -- what the asker said when it was found
        add mark text not null default 'ACCEPTED' check (mark in ('ACCEPTED', 'ALSO_SOLVED'))`);
    await runner.query(`alter table fraud_case_acceptance alter mark drop default`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table fraud_case_acceptance drop mark`);
  }
}
