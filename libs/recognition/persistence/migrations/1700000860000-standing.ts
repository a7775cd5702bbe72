import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ranks are made of, and where everybody stands on the ladder of the rules in force. */
export class Standing1700000860000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What somebody else than its author said of an answer that can be seen. That people accept what they wrote
    // themselves says nothing about how they help others, nor does an acceptance that was found invalid.
    await runner.query(`
      create view solution as
      select judged.*
        from (
          select a.id as answer_id, a.question_id, a.author_id as account_id, q.author_id as asker_id, q.locale,
                 q.created_at as asked_at, a.created_at as answered_at,
                 a.accepted_at is not null and a.acceptance_void_case is null
                   and a.accepted_by is distinct from a.author_id
                   and q.author_id is distinct from a.author_id as is_accepted,
                 a.official_at is not null and a.official_by is distinct from a.author_id as is_official,
                 a.also_solved_at is not null and a.also_solved_by is distinct from a.author_id
                   and q.author_id is distinct from a.author_id as is_also_solved,
                 a.accepted_at, a.official_at, a.also_solved_at,
                 least(a.accepted_at, a.official_at, a.also_solved_at) as solved_at
            from post a join post q on q.id = a.question_id
           where a.deleted_at is null and q.deleted_at is null and a.author_id is not null
             and (a.accepted_at is not null or a.official_at is not null or a.also_solved_at is not null)
        ) judged
       where is_accepted or is_official or is_also_solved`);
    // Of whoever wrote an answer that readers of the FAQ see, unless they published it themselves.
    await runner.query(`
      create view made_article as
      select k.id as article_id, a.author_id as account_id, min(k.published_at) as published_at
        from article k
        join article_source s on s.article_id = k.id and s.is_live
        join post a on a.id = s.answer_id
        join post q on q.id = a.question_id
       where k.status in ('PUBLISHED', 'STALE') and a.deleted_at is null and q.deleted_at is null
         and a.author_id is not null and k.published_by is distinct from a.author_id
       group by k.id, a.author_id`);
    await runner.query(`
      create table standing (
        account_id bigint primary key references account (id),
        solutions integer not null check (solutions >= 0),
        articles integer not null check (articles >= 0),
        updated_at timestamptz(3) not null default now()
      )`);
    // On the account, since it stands at every name, and names are read with everything.
    await runner.query(`
      alter table account
        -- the step of the ladder of ranks, 0 for the lowest
        add rank smallint not null default 0 check (rank >= 0)`);
    // Up to which row of a table people's deeds were looked at.
    await runner.query(`
      create table recognition_watermark (
        source text primary key,
        up_to bigint not null,
        updated_at timestamptz(3) not null default now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table recognition_watermark, standing`);
    await runner.query(`alter table account drop rank`);
    await runner.query(`drop view made_article, solution`);
  }
}
