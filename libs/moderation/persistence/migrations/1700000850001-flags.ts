import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports on posts and what became of them, and points that were taken from people. */
export class Flags1700000850001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createFlags(runner);
    await this.createSanctions(runner);
    await runner.query(`
      alter table audit_record
        drop constraint audit_record_subject_kind_check,
        add constraint audit_record_subject_kind_check check (subject_kind in (
          'account', 'question', 'answer', 'comment', 'article', 'site', 'fraud_case'))`);
  }

  private async createFlags(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table flag_decision (
        id bigint generated always as identity primary key,
        post_id bigint not null references post (id),
        verdict text not null check (verdict in ('HELPFUL', 'DECLINED')),
        note text not null default '' check (length(note) <= 300),
        decided_by bigint not null references account (id),
        decided_at timestamptz(3) not null default now(),
        constraint flag_decision_of_post unique (id, post_id)
      )`);
    await runner.query(`create index flag_decision_by_post on flag_decision (post_id, id desc)`);
    await runner.query(`
      create table flag (
        id bigint generated always as identity primary key,
        post_id bigint not null references post (id),
        flagger_id bigint not null references account (id),
        reason text not null check (reason in ('SPAM', 'RUDE', 'NOT_AN_ANSWER', 'PLAGIARISM', 'OTHER')),
        remark text not null default '' check (length(remark) <= 300),
        created_at timestamptz(3) not null default now(),
        -- null: it waits; one decision is for all reports on its post that wait
        decision_id bigint,
        constraint flag_once unique (post_id, flagger_id),
        constraint flag_decided_for_its_post foreign key (decision_id, post_id) references flag_decision (id, post_id)
      )`);
    await runner.query(`create index flag_waiting on flag (post_id, created_at) where decision_id is null`);
    await runner.query(`create index flag_by_flagger on flag (flagger_id, id desc)`);
    await runner.query(`
      create function refuse_own_flag_decision() returns trigger language plpgsql as $$
      declare decider bigint;
      begin
        select decided_by into decider from flag_decision where id = new.decision_id;
        if decider = new.flagger_id or decider = (select author_id from post where id = new.post_id) then
          raise exception 'nobody decides on reports of their own, or on what they wrote'
            using errcode = 'check_violation', constraint = 'flag_decided_by_another';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger flag_decided_by_another before insert or update on flag for each row
        when (new.decision_id is not null) execute function refuse_own_flag_decision()`);
  }

  private async createSanctions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sanction (
        id bigint generated always as identity primary key,
        account_id bigint not null references account (id),
        points integer not null check (points between 1 and 1000),
        reason text not null check (length(reason) between 1 and 300),
        sanctioned_by bigint not null references account (id),
        created_at timestamptz(3) not null default now(),
        lifted_by bigint references account (id),
        lifted_at timestamptz(3),
        lift_reason text check (length(lift_reason) between 1 and 300),
        constraint sanction_of_another check (account_id <> sanctioned_by and account_id <> lifted_by),
        constraint sanction_lifted_by_somebody check (
          (lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null))
      )`);
    await runner.query(`create index sanction_by_account on sanction (account_id, id desc)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sanction, flag, flag_decision`);
    await runner.query(`drop function refuse_own_flag_decision()`);
    await runner.query(`
      alter table audit_record
        drop constraint audit_record_subject_kind_check,
        add constraint audit_record_subject_kind_check check (subject_kind in (
          'account', 'question', 'answer', 'comment', 'article', 'site')) not valid`);
  }
}
