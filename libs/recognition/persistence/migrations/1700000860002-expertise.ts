import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who knows about what, and who is introduced when. */
export class Expertise1700000860002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table expertise (
        account_id bigint not null references account (id),
        -- null: over everything
        tag_id bigint references tag (id),
        period text not null check (period in ('ALL', 'YEAR', 'MONTH', 'WEEK')),
        -- of ALL: as it was at the epoch below, so that time alone changes no row
        score double precision not null check (score > 0),
        solutions integer not null check (solutions >= 0),
        -- among those who can be listed, from 1; null for staff
        place integer check (place >= 1),
        constraint expertise_once unique nulls not distinct (account_id, tag_id, period)
      )`);
    await runner.query(
      `create index expertise_by_place on expertise (tag_id, period, place) where place is not null`,
    );
    await runner.query(
      `create index expertise_of_account on expertise (account_id, score desc, tag_id) where period = 'ALL'`,
    );
    // What the scores of ALL are to be read by.
    await runner.query(`
      create table expertise_basis (
        is_only boolean primary key default true check (is_only),
        epoch date not null,
        half_life_days integer not null check (half_life_days >= 1),
        refreshed_at timestamptz(3) not null default now()
      )`);
    await runner.query(`
      create table spotlight (
        -- in UTC
        day date primary key,
        account_id bigint not null references account (id)
      )`);
    await runner.query(`create index spotlight_of_account on spotlight (account_id, day desc)`);
    await runner.query(`
      create table spotlight_refusal (
        account_id bigint primary key references account (id),
        refused_at timestamptz(3) not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table spotlight_refusal, spotlight, expertise_basis, expertise`);
  }
}
