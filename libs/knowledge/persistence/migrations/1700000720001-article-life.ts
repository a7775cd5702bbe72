import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to an article between its first draft and its archive: reviews, schedules, changed addresses. */
export class ArticleLife1700000720001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table article_review (
        article_id bigint not null references article (id),
        -- the version that is, or was, looked at; while the review is asked for it moves on with the working copy
        version integer not null check (version >= 1),
        state text not null check (state in ('REQUESTED', 'APPROVED', 'CHANGES_REQUESTED')),
        -- null: the site itself, which promotes automatically
        requested_by bigint references account (id),
        requested_at timestamptz(3) not null default now(),
        decided_by bigint references account (id),
        decided_at timestamptz(3),
        remark text,
        primary key (article_id, version),
        constraint article_review_is_decided check ((state = 'REQUESTED') = (decided_at is null)),
        constraint article_review_open_has_no_decision check (state <> 'REQUESTED' or decided_by is null)
      )`);
    await runner.query(`create index article_review_by_state on article_review (state, article_id)`);
    await runner.query(`create index article_review_by_requester on article_review (requested_by)`);
    await runner.query(`create index article_review_by_decider on article_review (decided_by)`);

    await runner.query(`
      create table article_schedule (
        article_id bigint primary key references article (id),
        publish_at timestamptz(3) not null,
        scheduled_by bigint not null references account (id),
        scheduled_at timestamptz(3) not null default now(),
        -- why it could not be published when it was due; it is tried again until it can or is cancelled
        problem text
      )`);
    await runner.query(`create index article_schedule_by_time on article_schedule (publish_at)`);
    await runner.query(`create index article_schedule_by_account on article_schedule (scheduled_by)`);

    await this.keepAddresses(runner);
  }

  /** Every slug that was ever given is kept with its article, so that an old address leads nowhere else. */
  private async keepAddresses(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table article_slug (
        slug text primary key,
        article_id bigint not null references article (id),
        created_at timestamptz(3) not null default now()
      )`);
    await runner.query(`create index article_slug_by_article on article_slug (article_id)`);
    await runner.query(
      `insert into article_slug (slug, article_id, created_at) select slug, id, created_at from article`,
    );
    await runner.query(`
      create function keep_article_slug() returns trigger language plpgsql as $$
      begin
        insert into article_slug (slug, article_id) values (new.slug, new.id) on conflict (slug) do nothing;
        if not exists (select from article_slug where slug = new.slug and article_id = new.id) then
          raise unique_violation using constraint = 'article_slug_of_another',
            message = format('the slug %s was used by another article', new.slug);
        end if;
        return null;
      end $$`);
    await runner.query(`
      create trigger article_slug_is_kept after insert or update of slug on article for each row
        execute function keep_article_slug()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function keep_article_slug() cascade`);
    await runner.query(`drop table article_slug, article_schedule, article_review`);
  }
}
