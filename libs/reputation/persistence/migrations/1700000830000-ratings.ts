import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ratings with marks and remarks, void ones, and what of them may be seen by whom they are about: a copy that changes
 * once a day and for several raters at once, so that no change of it tells who gave what.
 */
export class Ratings1700000830000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.extendRatings(runner);
    await this.createPublications(runner);
    await this.publishWhatIsThere(runner);
  }

  private async extendRatings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table helper_rating
        -- yes, no, or null where nothing was said
        add solved boolean,
        add clear boolean,
        add courteous boolean,
        -- what was written before helpers could read it stays between the rater and the database
        add is_remark_shared boolean not null default false,
        add voided_at timestamptz(3),
        add voided_by bigint references account (id),
        add void_reason text,
        add constraint helper_rating_is_void_with_reason
          check (num_nulls(voided_at, voided_by, void_reason) in (0, 3))`);
    await runner.query(
      `create index helper_rating_newest on helper_rating (updated_at desc, answer_id desc)`,
    );
    await runner.query(
      `create index helper_rating_lowest on helper_rating (stars, updated_at desc, answer_id desc)`,
    );
    await runner.query(
      `create index helper_rating_by_rater on helper_rating (rater_id, updated_at desc, answer_id desc)`,
    );
    // An asker who would rather not rate is not asked again, also when the answer is accepted once more.
    await runner.query(`
      create table rating_dismissal (
        answer_id bigint primary key references post (id),
        dismissed_at timestamptz(3) not null default now()
      )`);
  }

  private async createPublications(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_rating (
        answer_id bigint primary key references helper_rating (answer_id),
        helper_id bigint not null references account (id),
        rater_id bigint not null references account (id),
        stars smallint not null check (stars between 1 and 5),
        solved boolean,
        clear boolean,
        courteous boolean,
        remark text,
        -- updated_at of the rating that this is a copy of
        rated_at timestamptz(3) not null,
        -- the first day of the month in which it was published: all that is said of its time
        month date not null check (extract(day from month) = 1),
        -- the place of the remark within its month, which tells nothing
        place text,
        is_announced boolean not null default false,
        constraint published_rating_remark_has_place check ((remark is null) = (place is null))
      )`);
    await runner.query(`create index published_rating_by_helper on published_rating (helper_id)`);
    await runner.query(`
      create index published_rating_remarks on published_rating (helper_id, month desc, place)
        where remark is not null`);
    await runner.query(`
      create index published_rating_to_announce on published_rating (helper_id)
        where remark is not null and not is_announced`);
    await runner.query(`
      create table rating_summary (
        helper_id bigint primary key references account (id),
        count integer not null check (count >= 0),
        sum integer not null check (sum >= 0),
        raters integer not null check (raters between 0 and count),
        solved_said integer not null,
        solved_yes integer not null check (solved_yes between 0 and solved_said),
        clear_said integer not null,
        clear_yes integer not null check (clear_yes between 0 and clear_said),
        courteous_said integer not null,
        courteous_yes integer not null check (courteous_yes between 0 and courteous_said)
      )`);
    await runner.query(`
      create table rating_topic (
        helper_id bigint not null references account (id),
        tag_id bigint not null references tag (id),
        count integer not null check (count > 0),
        sum integer not null check (sum >= count),
        primary key (helper_id, tag_id)
      )`);
  }

  private async publishWhatIsThere(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into published_rating (answer_id, helper_id, rater_id, stars, rated_at, month)
      select answer_id, helper_id, rater_id, stars, updated_at,
             date_trunc('month', now() at time zone 'utc')::date
        from helper_rating`);
    await runner.query(`
      insert into rating_summary (helper_id, count, sum, raters,
                                  solved_said, solved_yes, clear_said, clear_yes, courteous_said, courteous_yes)
      select helper_id, count(*), sum(stars), count(distinct rater_id), 0, 0, 0, 0, 0, 0
        from published_rating group by helper_id`);
    await runner.query(`
      insert into rating_topic (helper_id, tag_id, count, sum)
      select r.helper_id, pt.tag_id, count(*), sum(r.stars)
        from published_rating r join post a on a.id = r.answer_id join post_tag pt on pt.post_id = a.question_id
       group by r.helper_id, pt.tag_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rating_topic, rating_summary, published_rating, rating_dismissal`);
    await runner.query(`drop index helper_rating_newest, helper_rating_lowest, helper_rating_by_rater`);
    await runner.query(`
      alter table helper_rating drop constraint helper_rating_is_void_with_reason,
        drop solved, drop clear, drop courteous, drop is_remark_shared,
        drop voided_at, drop voided_by, drop void_reason`);
  }
}
