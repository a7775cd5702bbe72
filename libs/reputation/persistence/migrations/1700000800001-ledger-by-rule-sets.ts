import type { MigrationInterface, QueryRunner } from 'typeorm';

const REASONS_BEFORE = `'QUESTION_UPVOTED', 'QUESTION_DOWNVOTED', 'ANSWER_UPVOTED', 'ANSWER_DOWNVOTED',
  'ANSWER_ACCEPTED', 'ACCEPTED_AN_ANSWER', 'ANSWER_MADE_OFFICIAL', 'ANSWER_PROMOTED', 'REVERSAL'`;
const REASONS = `${REASONS_BEFORE}, 'ANSWER_ALSO_SOLVED', 'BOUNTY_OFFERED', 'BOUNTY_WON', 'SANCTIONED'`;

/** By day and by post: `key` is what is grouped by, of the rows in `source`. */
const SUMS = (source: string, key: string) => `
  select account_id, ${key}, coalesce(sum(delta) filter (where delta > 0), 0) as gained,
         coalesce(-sum(delta) filter (where delta < 0), 0) as lost, count(*) as entries, max(id) as last_entry_id
    from ${source} group by 1, 2 order by 1, 2`;
const DAY = `(created_at at time zone 'UTC')::date`;

/** Entries name their rule, their day's cap and why they were taken back; sums by day and post stand beside them. */
export class LedgerByRuleSets1700000800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.addColumns(runner);
    await this.addSummaries(runner);
  }

  private async addColumns(runner: QueryRunner): Promise<void> {
    // No entry can be updated. A generated column is filled without that, and is an ordinary one from then on.
    // Of the two who lose by a downvote, by the rules of then the voter lost one point.
    await runner.query(`
      alter table reputation_entry
        add column rule text generated always as (
          case when reason = 'REVERSAL' then null
               when reason = 'ANSWER_DOWNVOTED' and points = -1 then 'VOTED_ANSWER_DOWN' else reason end) stored,
        add column day_cap integer generated always as (case when is_capped then 200 end) stored,
        -- null in reversals of before it was noted
        add column reversal_cause text check (reversal_cause in (
          'VOTE_WITHDRAWN', 'POST_DELETED', 'MARK_MOVED', 'PROMOTION_WITHDRAWN', 'BOUNTY_RETURNED',
          'SANCTION_LIFTED', 'FRAUD', 'RULES_CHANGED', 'REPAIR')),
        drop constraint reputation_entry_reason_check,
        drop constraint reputation_delta_keeps_cap`);
    await runner.query(`
      alter table reputation_entry
        alter column rule drop expression,
        alter column day_cap drop expression,
        add constraint reputation_entry_reason_check check (reason in (${REASONS})),
        add constraint reputation_reversal_has_cause check (reversal_cause is null or reason = 'REVERSAL'),
        add constraint reputation_cap_of_day check (is_capped = (day_cap is not null) and day_cap >= 0),
        -- what a day's upvotes bring is never more than the cap of the day: each entry is worth by how much that
        -- figure has changed
        add constraint reputation_delta_keeps_cap check (
          delta = case when is_capped then least(day_cap, points_of_day) - least(day_cap, points_of_day - points)
                       else points end)`);
    await runner.query(`
      comment on column reputation_entry.rule_version is
        'of rule_set; no foreign key, since every entry of everybody would lock the same row of it'`);
  }

  /** Kept by the database itself, so that they are right whoever writes entries. */
  private async addSummaries(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reputation_day (
        account_id bigint not null references account (id),
        -- the UTC day on which the entries were made
        day date not null,
        gained bigint not null check (gained >= 0),
        lost bigint not null check (lost >= 0),
        entries integer not null,
        last_entry_id bigint not null,
        primary key (account_id, day)
      )`);
    await runner.query(`
      create table reputation_post (
        account_id bigint not null references account (id),
        -- null: what is about no post
        post_id bigint references post (id),
        gained bigint not null check (gained >= 0),
        lost bigint not null check (lost >= 0),
        entries integer not null,
        last_entry_id bigint not null,
        constraint reputation_post_once unique nulls not distinct (account_id, post_id)
      )`);
    await runner.query(`insert into reputation_day ${SUMS('reputation_entry', DAY)}`);
    await runner.query(`insert into reputation_post ${SUMS('reputation_entry', 'post_id')}`);
    await runner.query(
      `create index reputation_post_latest on reputation_post (account_id, last_entry_id desc)`,
    );
    const add = (table: string) => `
      gained = ${table}.gained + excluded.gained, lost = ${table}.lost + excluded.lost,
      entries = ${table}.entries + excluded.entries,
      last_entry_id = greatest(${table}.last_entry_id, excluded.last_entry_id)`;
    await runner.query(`
      create function sum_up_reputation() returns trigger language plpgsql as $$
      begin
        insert into reputation_day ${SUMS('entered', DAY)}
          on conflict (account_id, day) do update set ${add('reputation_day')};
        insert into reputation_post ${SUMS('entered', 'post_id')}
          on conflict (account_id, post_id) do update set ${add('reputation_post')};
        return null;
      end $$`);
    await runner.query(`
      create trigger reputation_entry_is_summed_up after insert on reputation_entry
        referencing new table as entered for each statement execute function sum_up_reputation()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger reputation_entry_is_summed_up on reputation_entry`);
    await runner.query(`drop function sum_up_reputation()`);
    await runner.query(`drop table reputation_post, reputation_day`);
    await runner.query(`
      alter table reputation_entry
        drop constraint reputation_entry_reason_check,
        drop constraint reputation_delta_keeps_cap,
        drop constraint reputation_reversal_has_cause,
        drop constraint reputation_cap_of_day,
        drop column rule, drop column day_cap, drop column reversal_cause,
        add constraint reputation_entry_reason_check check (reason in (${REASONS_BEFORE})),
        add constraint reputation_delta_keeps_cap check (
          delta = case when is_capped then least(200, points_of_day) - least(200, points_of_day - points)
                       else points end)`);
  }
}
