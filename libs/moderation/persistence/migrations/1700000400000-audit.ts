import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '#libs/platform';

/** The unchangeable record of every act of moderation and administration. */
export class Audit1700000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_record (
        id bigint generated always as identity primary key,
        -- null: the operator, at the command line
        actor_id bigint references account (id),
        action text not null,
        subject_kind text not null check (subject_kind in ('account', 'question', 'answer', 'comment', 'article', 'site')),
        subject_id bigint,
        details jsonb not null default '{}',
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(
      `create index audit_record_by_subject on audit_record (subject_kind, subject_id, id desc)`,
    );
    await makeAppendOnly(runner, 'audit_record');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_record`);
  }
}
