import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told, and which of it they do not want by mail. */
export class Notices1700000820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notice (
        id bigint generated always as identity primary key,
        account_id bigint not null references account (id),
        kind text not null,
        -- what it tells: nobody is told the same twice
        key text not null check (length(key) between 1 and 200),
        subject_kind text check (subject_kind in ('question', 'answer')),
        subject_id bigint references post (id),
        data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
        created_at timestamptz(3) not null default now(),
        read_at timestamptz(3),
        constraint notice_told_once unique (account_id, key),
        check ((subject_kind is null) = (subject_id is null))
      )`);
    await runner.query(`create index notice_of_account on notice (account_id, id desc)`);
    // The header of every page counts these.
    await runner.query(`create index notice_unread on notice (account_id, id desc) where read_at is null`);
    await runner.query(`create index notice_by_age on notice (created_at)`);

    await runner.query(`
      create table notice_mail_refusal (
        account_id bigint not null references account (id),
        kind text not null,
        refused_at timestamptz(3) not null default now(),
        primary key (account_id, kind)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table notice_mail_refusal, notice`);
  }
}
