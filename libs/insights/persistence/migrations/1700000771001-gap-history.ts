import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each gap, step by step; gaps whose article is being written, and those that are missed again. */
export class GapHistory1700000771001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table knowledge_gap
        -- since when readers find the article that answers it
        add answered_at timestamptz(3),
        -- when it was found that people look for it in vain all the same
        add missed_again_at timestamptz(3)`);
    await runner.query(`update knowledge_gap set answered_at = state_at where state = 'DONE'`);
    // Before it is answered, the article may be one that is being written; after it is missed again, one that was not enough.
    await runner.query(`
      alter table knowledge_gap
        drop constraint knowledge_gap_done_by_article,
        add constraint knowledge_gap_done_by_article
          check (state <> 'DONE' or (article_id is not null and answered_at is not null)),
        add constraint knowledge_gap_dismissed_without_article check (state <> 'DISMISSED' or article_id is null),
        add constraint knowledge_gap_missed_after_answer
          check (missed_again_at is null or (answered_at is not null and state in ('OPEN', 'TAKEN')))`);
    await this.createSteps(runner);
  }

  private async createSteps(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table knowledge_gap_step (
        id bigint generated always as identity primary key,
        gap_id bigint not null references knowledge_gap (id) on delete cascade,
        kind text not null check (kind in
          ('TAKEN', 'GIVEN_BACK', 'ARTICLE_BEGUN', 'ANSWERED', 'DISMISSED', 'REOPENED', 'MISSED_AGAIN')),
        at timestamptz(3) not null default now(),
        -- null: the site itself
        account_id bigint references account (id),
        article_id bigint references article (id),
        -- why it was dismissed
        reason text,
        -- how many looked for it in vain since it was answered
        needs integer,
        constraint knowledge_gap_step_says_how_many check ((kind = 'MISSED_AGAIN') = (needs is not null)),
        constraint knowledge_gap_step_names_article check
          (kind not in ('ARTICLE_BEGUN', 'ANSWERED') or article_id is not null)
      )`);
    await runner.query(`create index knowledge_gap_step_by_gap on knowledge_gap_step (gap_id, id)`);
    await runner.query(
      `create index knowledge_gap_step_by_account on knowledge_gap_step (account_id) where account_id is not null`,
    );
    await runner.query(
      `create index knowledge_gap_step_by_article on knowledge_gap_step (article_id) where article_id is not null`,
    );
    // What is known of the gaps that there are: how they came to be what they are.
    await runner.query(`
      insert into knowledge_gap_step (gap_id, kind, at, account_id, article_id, reason)
      select id, case state when 'DONE' then 'ANSWERED' else state end, state_at, state_by, article_id, reason
        from knowledge_gap where state <> 'OPEN' and state_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table knowledge_gap_step`);
    await runner.query(`
      update knowledge_gap set article_id = null where state <> 'DONE'`);
    await runner.query(`
      alter table knowledge_gap
        drop constraint knowledge_gap_missed_after_answer, drop constraint knowledge_gap_dismissed_without_article,
        drop constraint knowledge_gap_done_by_article,
        add constraint knowledge_gap_done_by_article check ((state = 'DONE') = (article_id is not null)),
        drop answered_at, drop missed_again_at`);
  }
}
