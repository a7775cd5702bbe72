import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The list of answers that could become articles, ranked. Like an index it is derived, and like an index the database
 * keeps it itself: votes, views, links and the import change what it is made of by plain SQL, and one more statement
 * per vote would cost more than the list is worth. Ranking 100,000 candidates anew for each page took 0.4 s; reading a
 * page of the list takes 2 ms, keeping it 0.05 ms for each change that matters.
 *
 * What is due is said once, by the view; the table holds the same rows in the order in which they are read.
 */
export class Candidates1700000510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.sayWhatIsDue(runner);
    await this.createList(runner);
    await this.keepListTrue(runner);
    await runner.query(
      `insert into promotion_candidate (answer_id, priority) select answer_id, priority from promotion_candidate_due`,
    );
  }

  private async sayWhatIsDue(runner: QueryRunner): Promise<void> {
    // Whole points, logarithmic: the thousandth view says less than the tenth, and a candidate keeps its place
    // while somebody pages through the list.
    await runner.query(`
      create function promotion_points(weight integer, quantity bigint) returns integer
        language sql immutable parallel safe
        return round(weight * ln(1 + greatest(quantity, 0)::float8))::integer`);
    await runner.query(`
      create view promotion_candidate_due as
      select counted.*,
             view_points + vote_points + official_points + accepted_points + duplicate_points + change_points
               as priority
        from (
          select answer.id as answer_id, answer.question_id,
                 question.view_count as views,
                 greatest(answer.score, 0) + greatest(question.score, 0) as votes,
                 duplicates.count as duplicates,
                 case when source.article_id is null then 0 else answer.revision - source.answer_revision end
                   as changes,
                 promotion_points(4, question.view_count) as view_points,
                 promotion_points(8, greatest(answer.score, 0) + greatest(question.score, 0)) as vote_points,
                 case when answer.official_at is null then 0 else 15 end as official_points,
                 case when answer.accepted_at is null then 0 else 10 end as accepted_points,
                 promotion_points(20, duplicates.count) as duplicate_points,
                 case when source.article_id is null then 0 else 20 end as change_points
            from post answer
            join post question on question.id = answer.question_id
            left join article_source source on source.answer_id = answer.id and source.is_live
           cross join lateral (
             select count(*) from question_link link
              where link.target_id = answer.question_id and link.kind = 'duplicate') duplicates
           -- Only answers have a question and marks. Saying that it is an answer as well would lead the planner, before
           -- it has statistics, to read the whole index of answers where one key is asked for.
           where answer.deleted_at is null and question.deleted_at is null
             and (answer.accepted_at is not null or answer.official_at is not null)
             and (source.article_id is null or source.answer_revision < answer.revision)
        ) counted`);
  }

  private async createList(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table promotion_candidate (
        answer_id bigint primary key references post (id) on delete cascade,
        priority integer not null
      )`);
    await runner.query(
      `create index promotion_candidate_by_priority on promotion_candidate (priority desc, answer_id desc)`,
    );
    // Whoever changes what a candidate depends on holds the lock of its question or its answer, so of two changes
    // at once the later one is refreshed with the earlier one in sight.
    // A plan that was made while a table was empty is kept by the session: an import would go on reading a list from
    // end to end that has long become large. Every access here is by a key, so no scan is ever right.
    await runner.query(`
      create function refresh_promotion_candidates(answer_ids bigint[]) returns void
        language plpgsql set enable_seqscan to off as $$
      begin
        if cardinality(answer_ids) = 0 then return; end if;
        -- materialized: what is due is worked out for these answers, never for all of them
        with due as materialized (
          select answer_id, priority from promotion_candidate_due where answer_id = any(answer_ids)
        ), gone as (
          delete from promotion_candidate
           where answer_id = any(answer_ids) and answer_id not in (select answer_id from due)
        )
        insert into promotion_candidate as listed (answer_id, priority)
          select answer_id, priority from due order by answer_id
        on conflict (answer_id) do update set priority = excluded.priority
          where listed.priority <> excluded.priority;
      end $$`);
    await runner.query(`
      create function refresh_promotion_candidates_of(question bigint) returns void
        language plpgsql set enable_seqscan to off as $$
      begin
        perform refresh_promotion_candidates(array(
          select id from post
           -- naming the kind lets the index of a question's answers serve
           where kind = 'answer' and question_id = question
             and (accepted_at is not null or official_at is not null)));
      end $$`);
  }

  private async keepListTrue(runner: QueryRunner): Promise<void> {
    await onChange(runner, 'answer_is_candidate', 'refresh_promotion_candidates(array[new.id])', [
      `after insert on post for each row
         when (new.kind = 'answer' and (new.accepted_at is not null or new.official_at is not null))`,
      `after update on post for each row
         when (new.kind = 'answer'
           and ((old.accepted_at is null) <> (new.accepted_at is null)
             or (old.official_at is null) <> (new.official_at is null)
             or ((new.accepted_at is not null or new.official_at is not null)
               and (old.score <> new.score or old.revision <> new.revision))))`,
    ]);
    await onChange(runner, 'question_ranks_candidates', 'refresh_promotion_candidates_of(new.id)', [
      `after update on post for each row
         when (new.kind = 'question' and new.answer_count > 0
           and ((old.deleted_at is null) <> (new.deleted_at is null)
             or old.score <> new.score
             or promotion_points(4, old.view_count) <> promotion_points(4, new.view_count)))`,
    ]);
    await onChange(
      runner,
      'duplicate_ranks_candidates',
      'refresh_promotion_candidates_of(coalesce(new.target_id, old.target_id))',
      [`after insert or delete on question_link for each row`],
    );
    await onChange(
      runner,
      'source_is_candidate',
      'refresh_promotion_candidates(array[coalesce(new.answer_id, old.answer_id)])',
      [`after insert or update or delete on article_source for each row`],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const functions = ['answer_is_candidate', 'question_ranks_candidates', 'duplicate_ranks_candidates'];
    await runner.query(
      `drop function ${[...functions, 'source_is_candidate'].map((name) => `${name}()`).join(', ')} cascade`,
    );
    await runner.query(
      `drop function refresh_promotion_candidates(bigint[]), refresh_promotion_candidates_of(bigint)`,
    );
    await runner.query(`drop table promotion_candidate`);
    await runner.query(`drop view promotion_candidate_due`);
    await runner.query(`drop function promotion_points(integer, bigint)`);
  }
}

/** A trigger function that calls `refresh`, and the triggers that call it. */
async function onChange(
  runner: QueryRunner,
  name: string,
  refresh: string,
  triggers: string[],
): Promise<void> {
  await runner.query(`
    create function ${name}() returns trigger language plpgsql as $$
    begin
      perform ${refresh};
      return null;
    end $$`);
  for (const [index, trigger] of triggers.entries()) {
    await runner.query(`create trigger ${name}_${index + 1} ${trigger} execute function ${name}()`);
  }
}
