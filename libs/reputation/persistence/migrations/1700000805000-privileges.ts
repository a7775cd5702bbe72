import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What reputation or quality has opened for each account. The database adds to it in the statement that brings the
 * points, so that no door opens late; only a job takes anything away, see `PrivilegeKeeping`.
 */
export class Privileges1700000805000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account add privileges text[] not null default '{}'`);
    await this.createRecords(runner);
    await this.createTriggers(runner);
    await this.createAbilities(runner);
    await runner.query(`update account set privileges = privileges_reached(reputation)`);
  }

  private async createRecords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table privilege_change (
        id bigint generated always as identity primary key,
        account_id bigint not null references account (id),
        privilege text not null,
        change text not null check (change in ('GAINED', 'LOST')),
        changed_at timestamptz(3) not null default now(),
        -- when the rest of the site was told; what is lost is told at once
        announced_at timestamptz(3)
      )`);
    await runner.query(
      `create index privilege_change_to_announce on privilege_change (id) where announced_at is null`,
    );
    await runner.query(
      `create index privilege_change_by_account on privilege_change (account_id, privilege)`,
    );
    await runner.query(`
      create table privilege_at_risk (
        account_id bigint not null references account (id),
        privilege text not null,
        -- since when neither reputation nor quality would open it any more
        since timestamptz(3) not null default now(),
        announced_at timestamptz(3),
        primary key (account_id, privilege)
      )`);
  }

  private async createTriggers(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function privileges_reached(reputation integer) returns text[] language sql stable as $$
        select coalesce(array_agg(privilege.key order by privilege.value::integer, privilege.key), '{}')
          from (select rules from rule_set order by version desc limit 1) as newest
         cross join jsonb_each_text(newest.rules -> 'privileges') as privilege
         -- being logged in is enough for what needs nothing, also with less than nothing
         where privilege.value::integer <= greatest(reputation, 0)
      $$`);
    await runner.query(`
      create function open_privileges() returns trigger language plpgsql as $$
      declare
        opened text[] := array(select reached from unnest(privileges_reached(new.reputation)) as reached
                                where not reached = any(new.privileges));
      begin
        if cardinality(opened) > 0 then
          new.privileges := new.privileges || opened;
          -- what everybody begins with is no news
          if tg_op = 'UPDATE' then
            insert into privilege_change (account_id, privilege, change) select new.id, unnest(opened), 'GAINED';
          end if;
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger account_begins_with_privileges before insert on account
        for each row execute function open_privileges()`);
    await runner.query(`
      create trigger account_gains_privileges before update of reputation on account
        for each row when (new.reputation > old.reputation) execute function open_privileges()`);
  }

  private async createAbilities(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ability_score (
        account_id bigint not null references account (id),
        ability text not null check (ability in ('POSTS', 'EDITS', 'FLAGS')),
        good integer not null check (good >= 0),
        bad integer not null check (bad >= 0),
        quality double precision not null generated always as ((good + 2.0) / (good + bad + 4)) stored,
        -- null: it opens nothing
        opened_at timestamptz(3),
        -- it is open and falls short of the bar since then
        below_since timestamptz(3),
        primary key (account_id, ability),
        constraint ability_below_is_open check (below_since is null or opened_at is not null)
      )`);
    await runner.query(
      `create index ability_score_open on ability_score (ability) where opened_at is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger account_gains_privileges on account`);
    await runner.query(`drop trigger account_begins_with_privileges on account`);
    await runner.query(`drop table ability_score, privilege_at_risk, privilege_change`);
    await runner.query(`drop function open_privileges()`);
    await runner.query(`drop function privileges_reached(integer)`);
    await runner.query(`alter table account drop privileges`);
  }
}
