import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Badges: what they are for as data, and who has them for what. */
export class Badges1700000860001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createDefinitions(runner);
    await this.createAwards(runner);
    await this.countAwards(runner);
  }

  private async createDefinitions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table badge_definition (
        id bigint generated always as identity primary key,
        -- stands in its address and never changes
        key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 60),
        tier text not null check (tier in ('BRONZE', 'SILVER', 'GOLD')),
        -- by language; English is always there
        names jsonb not null check (names ? 'en'),
        descriptions jsonb not null check (descriptions ? 'en'),
        -- what is measured; unknown ones award nothing
        measure text not null,
        threshold integer not null check (threshold >= 1),
        -- how many posts must make up the figure, at least
        least_pieces integer not null default 1 check (least_pieces >= 1),
        -- for each post, instead of once
        is_repeatable boolean not null default false,
        -- for this tag alone
        tag_id bigint references tag (id),
        -- made here, not brought along by the software
        is_own boolean not null default false,
        -- awards that stand
        award_count integer not null default 0 check (award_count >= 0),
        created_by bigint references account (id),
        created_at timestamptz(3) not null default now(),
        -- null: as the software has it
        edited_at timestamptz(3),
        -- not awarded any more; whoever has it keeps it
        retired_at timestamptz(3),
        constraint badge_key_unique unique (key)
      )`);
    await runner.query(
      `create index badge_definition_by_tag on badge_definition (tag_id) where tag_id is not null`,
    );
  }

  private async createAwards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table badge_holding (
        id bigint generated always as identity primary key,
        badge_id bigint not null references badge_definition (id),
        account_id bigint not null references account (id),
        -- what it is for, where the badge is for one thing each
        post_id bigint references post (id),
        tag_id bigint references tag (id),
        subject_id bigint not null generated always as (coalesce(post_id, tag_id, 0)) stored,
        -- when the last thing that counts happened, not when the job came by
        awarded_at timestamptz(3) not null,
        -- the condition does not hold any more; if it holds again, it is the same award
        revoked_at timestamptz(3),
        -- when its owner was told, or it was found to be too old to be news
        told_at timestamptz(3),
        constraint badge_holding_once unique (badge_id, account_id, subject_id),
        constraint badge_holding_is_for_one_thing check (post_id is null or tag_id is null)
      )`);
    const standing = `where revoked_at is null`;
    await runner.query(
      `create index badge_holding_of_account on badge_holding (account_id, awarded_at desc, id desc) ${standing}`,
    );
    await runner.query(
      `create index badge_holding_of_badge on badge_holding (badge_id, awarded_at desc, id desc) ${standing}`,
    );
    await runner.query(
      `create index badge_holding_by_post on badge_holding (post_id) where post_id is not null`,
    );
    await runner.query(
      `create index badge_holding_by_tag on badge_holding (tag_id) where tag_id is not null`,
    );
    await runner.query(
      `create index badge_holding_to_tell on badge_holding (account_id) where told_at is null`,
    );
  }

  private async countAwards(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function count_badge_awards() returns trigger language plpgsql as $$
      begin
        update badge_definition b set award_count = b.award_count + changed.by
          from (select badge_id, count(*) as by from added where revoked_at is null group by badge_id) changed
         where b.id = changed.badge_id;
        return null;
      end $$`);
    await runner.query(`
      create trigger badge_award_is_counted after insert on badge_holding
        referencing new table as added for each statement execute function count_badge_awards()`);
    await runner.query(`
      create function recount_badge_awards() returns trigger language plpgsql as $$
      begin
        update badge_definition b set award_count = b.award_count + changed.by
          from (
            select badge_id, sum(by) as by
              from (select badge_id, 1 as by from after_change where revoked_at is null
                    union all
                    select badge_id, -1 from before_change where revoked_at is null) moves
             group by badge_id having sum(by) <> 0) changed
         where b.id = changed.badge_id;
        return null;
      end $$`);
    await runner.query(`
      create trigger badge_award_is_recounted after update on badge_holding
        referencing old table as before_change new table as after_change
        for each statement execute function recount_badge_awards()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table badge_holding, badge_definition`);
    await runner.query(`drop function recount_badge_awards(), count_badge_awards()`);
  }
}
