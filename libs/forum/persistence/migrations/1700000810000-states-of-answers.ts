import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What may be said of an answer besides accepted and official: that it solved the problem too, that a newer one replaces
 * it, and that it was accepted in the name of an asker who kept silent. Each says who, when and of which revision.
 */
export class StatesOfAnswers1700000810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.addColumns(runner);
    await this.limitAlsoSolved(runner);
    await this.checkSuccessors(runner);
    await this.rememberReminders(runner);
  }

  private async addColumns(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post
        -- questions only: when the asker last accepted an answer or took an acceptance back
        add asker_decided_at timestamptz(3),

        -- answers only
        add accepted_on_behalf boolean not null default false,
        add also_solved_at timestamptz(3),
        add also_solved_by bigint references account (id),
        add also_solved_revision integer,
        add superseded_by bigint references post (id),
        add superseded_at timestamptz(3),
        add superseded_marked_by bigint references account (id),
        add superseded_revision integer,
        add superseded_reason text,

        add constraint post_only_questions_are_decided check (kind = 'question' or asker_decided_at is null),
        add constraint post_on_behalf_is_accepted check (accepted_at is not null or not accepted_on_behalf),
        add constraint post_only_answers_solve_too check (kind = 'answer' or also_solved_at is null),
        add constraint post_solves_in_one_way check (accepted_at is null or also_solved_at is null),
        add constraint post_deleted_solves_nothing check (deleted_at is null or also_solved_at is null),
        add constraint post_only_answers_are_superseded check (kind = 'answer' or superseded_by is null),
        add constraint post_superseded_since check ((superseded_by is null) = (superseded_at is null))`);
    await runner.query(
      `create index answer_also_solved on post (question_id) where also_solved_at is not null`,
    );
    await runner.query(
      `create index answer_superseded on post (superseded_by) where superseded_by is not null`,
    );
    // For the reminders, which look at the answers of some weeks.
    await runner.query(
      `create index answer_by_age on post (created_at) where kind = 'answer' and deleted_at is null`,
    );
    // Search reads the answers of a question in an order, as far as they fit: those that are superseded come last.
    await runner.query(`
      create trigger post_supersession_is_searched after update on post for each row
        when (old.superseded_at is distinct from new.superseded_at) execute function search_marks_post()`);
  }

  private async limitAlsoSolved(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function limit_also_solved() returns trigger language plpgsql as $$
      begin
        -- Of two who mark at once, the second has to count the first one's mark.
        perform 1 from post where id = new.question_id for no key update;
        if (select count(*) from post
             where question_id = new.question_id and also_solved_at is not null and id <> new.id) >= 4 then
          raise exception 'four answers of question % are marked as also solving it', new.question_id
            using errcode = 'check_violation', constraint = 'post_four_also_solved';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger post_four_also_solved_at_insert before insert on post for each row
        when (new.also_solved_at is not null) execute function limit_also_solved()`);
    await runner.query(`
      create trigger post_four_also_solved before update on post for each row
        when (new.also_solved_at is not null and old.also_solved_at is null)
        execute function limit_also_solved()`);
  }

  /** A successor is younger, so chains of them can have no cycle. */
  private async checkSuccessors(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function require_younger_successor() returns trigger language plpgsql as $$
      begin
        if not exists (
          select from post newer
           where newer.id = new.superseded_by and newer.question_id = new.question_id and newer.deleted_at is null
             and (newer.created_at, newer.id) > (new.created_at, new.id)) then
          raise exception 'answer % is no younger answer to the question of answer %', new.superseded_by, new.id
            using errcode = 'check_violation', constraint = 'post_successor_is_younger';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger post_successor_is_younger_at_insert before insert on post for each row
        when (new.superseded_by is not null) execute function require_younger_successor()`);
    await runner.query(`
      create trigger post_successor_is_younger before update on post for each row
        when (new.superseded_by is not null and new.superseded_by is distinct from old.superseded_by)
        execute function require_younger_successor()`);
  }

  private async rememberReminders(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table acceptance_reminder (
        question_id bigint primary key references post (id),
        asker_id bigint not null references account (id),
        reminded_at timestamptz(3) not null default now()
      )`);
    await runner.query(`create index acceptance_reminder_by_asker on acceptance_reminder (asker_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table acceptance_reminder`);
    await runner.query(`drop trigger post_supersession_is_searched on post`);
    await runner.query(`drop function limit_also_solved(), require_younger_successor() cascade`);
    await runner.query(`drop index answer_by_age`);
    await runner.query(`
      alter table post drop asker_decided_at, drop accepted_on_behalf,
        drop also_solved_at, drop also_solved_by, drop also_solved_revision,
        drop superseded_by, drop superseded_at, drop superseded_marked_by, drop superseded_revision,
        drop superseded_reason`);
  }
}
