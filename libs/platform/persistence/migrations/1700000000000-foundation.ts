import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the site's settings, kept mails, and what guards append-only tables. */
export class Foundation1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists citext`);
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`create extension if not exists unaccent`);
    await runner.query(`create extension if not exists fuzzystrmatch`);
    await runner.query(`create extension if not exists btree_gin`);

    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$`);

    await runner.query(`
      create table site_setting (
        key text primary key,
        value jsonb not null,
        updated_at timestamptz(3) not null default now()
      )`);

    await runner.query(`
      create table mail (
        id bigint generated always as identity primary key,
        recipient text not null,
        subject text not null,
        body text not null,
        created_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        attempts integer not null default 0 check (attempts >= 0),
        last_error text
      )`);

    await runner.query(`
      create table idempotency_key (
        account_id bigint not null,
        key text not null check (length(key) between 1 and 200),
        operation text not null,
        input_hash text not null,
        result_id text not null,
        created_at timestamptz(3) not null default now(),
        primary key (account_id, key)
      )`);

    // The columns are what rate-limiter-flexible expects.
    await runner.query(`
      create table rate_limit (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rate_limit, idempotency_key, mail, site_setting`);
    await runner.query(`drop function refuse_change()`);
  }
}
