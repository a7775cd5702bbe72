import type { MigrationInterface, QueryRunner } from 'typeorm';
import { makeAppendOnly } from '#libs/platform';

/** The ledger that reputation is the sum of, ratings of helpers, and badges. */
export class Reputation1700000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reputation_entry (
        id bigint generated always as identity primary key,
        account_id bigint not null references account (id),
        -- what reputation changed by, after the daily cap
        delta integer not null,
        -- what the rule gives before the daily cap; a reversal carries the negative of what it takes back
        points integer not null,
        reason text not null check (reason in (
          'QUESTION_UPVOTED', 'QUESTION_DOWNVOTED', 'ANSWER_UPVOTED', 'ANSWER_DOWNVOTED', 'ANSWER_ACCEPTED',
          'ACCEPTED_AN_ANSWER', 'ANSWER_MADE_OFFICIAL', 'ANSWER_PROMOTED', 'REVERSAL')),
        post_id bigint references post (id),
        -- what brought it about, such as vote:17 or accept:4; the same cause may come again after its reversal
        cause text not null,
        occurrence integer not null default 1 check (occurrence >= 1),
        reverses_id bigint references reputation_entry (id),
        -- counts towards the cap of the UTC day earned_on (a reversal gives room back on the day it was earned)
        is_capped boolean not null default false,
        earned_on date not null,
        -- the points of all capped entries of this account and day up to this one, before the cap
        points_of_day integer check (points_of_day >= 0),
        rule_version integer not null default 1,
        created_at timestamptz(3) not null default now(),
        -- begins with the cause, since entries are also looked up by it
        constraint reputation_entry_once unique nulls not distinct (cause, account_id, occurrence, reverses_id),
        constraint reputation_day_is_capped check (is_capped = (points_of_day is not null)),
        -- what a day's upvotes bring is never more than 200: each entry is worth by how much that figure has changed
        constraint reputation_delta_keeps_cap check (
          delta = case when is_capped then least(200, points_of_day) - least(200, points_of_day - points)
                       else points end),
        constraint reputation_reversal_is_linked check ((reason = 'REVERSAL') = (reverses_id is not null))
      )`);
    await runner.query(
      `create unique index reputation_entry_reversed_once on reputation_entry (reverses_id) where reverses_id is not null`,
    );
    await runner.query(
      `create index reputation_entry_by_account on reputation_entry (account_id, created_at desc, id desc)`,
    );
    await runner.query(
      `create index reputation_entry_by_day on reputation_entry (account_id, earned_on, id desc) where is_capped`,
    );
    await runner.query(`create index reputation_entry_by_post on reputation_entry (post_id)`);
    await makeAppendOnly(runner, 'reputation_entry');

    await runner.query(`
      create table helper_rating (
        answer_id bigint primary key references post (id),
        helper_id bigint not null references account (id),
        rater_id bigint not null references account (id),
        stars smallint not null check (stars between 1 and 5),
        comment text,
        created_at timestamptz(3) not null default now(),
        updated_at timestamptz(3) not null default now(),
        constraint helper_rating_not_own check (helper_id <> rater_id)
      )`);
    await runner.query(`create index helper_rating_by_helper on helper_rating (helper_id)`);

    await runner.query(`
      create table badge_award (
        account_id bigint not null references account (id),
        name text not null,
        awarded_at timestamptz(3) not null,
        -- how often it was awarded; awarded_at is the latest
        count integer not null default 1 check (count >= 1),
        primary key (account_id, name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table badge_award, helper_rating, reputation_entry`);
  }
}
