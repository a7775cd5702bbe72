import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The curators' work on candidates: who holds one, which ones were declined, and two more reasons to take one up. The
 * list stays what the migration `Candidates` made it, kept by triggers; only what is due is said anew.
 */
export class CandidateDesk1700000720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table candidate_hold (
        answer_id bigint primary key references post (id) on delete cascade,
        account_id bigint not null references account (id),
        claimed_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null
      )`);
    await runner.query(`create index candidate_hold_by_account on candidate_hold (account_id)`);
    await runner.query(`
      create table candidate_decline (
        answer_id bigint primary key references post (id) on delete cascade,
        account_id bigint not null references account (id),
        reason text not null check (reason <> ''),
        -- what was declined; another revision, or a new official mark, brings the candidate back
        answer_revision integer not null,
        question_revision integer not null,
        official_at timestamptz(3),
        declined_at timestamptz(3) not null default now()
      )`);
    await runner.query(`create index candidate_decline_by_account on candidate_decline (account_id)`);
    await runner.query(
      `create index candidate_decline_by_time on candidate_decline (declined_at desc, answer_id desc)`,
    );
    // Searches that the question or its answer would have met, counted by whoever watches searches.
    await runner.query(`
      create table candidate_search_hits (
        answer_id bigint primary key references post (id) on delete cascade,
        searches integer not null check (searches >= 0)
      )`);
    await runner.query(`drop view promotion_candidate_due`);
    await this.sayWhatIsDue(runner);
    await this.keepListTrue(runner);
  }

  private async sayWhatIsDue(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view promotion_candidate_ranked as
      select counted.*,
             view_points + vote_points + official_points + accepted_points + duplicate_points + change_points
               + affected_points + search_points as priority
        from (
          select answer.id as answer_id, answer.question_id,
                 question.view_count as views,
                 greatest(answer.score, 0) + greatest(question.score, 0) as votes,
                 duplicates.count as duplicates,
                 case when source.article_id is null then 0 else answer.revision - source.answer_revision end
                   as changes,
                 question.affected_count as affected,
                 coalesce(hits.searches, 0) as searches,
                 promotion_points(4, question.view_count) as view_points,
                 promotion_points(8, greatest(answer.score, 0) + greatest(question.score, 0)) as vote_points,
                 case when answer.official_at is null then 0 else 15 end as official_points,
                 case when answer.accepted_at is null then 0 else 10 end as accepted_points,
                 promotion_points(20, duplicates.count) as duplicate_points,
                 case when source.article_id is null then 0 else 20 end as change_points,
                 -- between a vote, which costs nothing, and a duplicate, for which somebody wrote a question
                 promotion_points(12, question.affected_count) as affected_points,
                 promotion_points(10, coalesce(hits.searches, 0)) as search_points,
                 decline.answer_id is not null as is_declined
            from post answer
            join post question on question.id = answer.question_id
            left join article_source source on source.answer_id = answer.id and source.is_live
            left join candidate_search_hits hits on hits.answer_id = answer.id
            left join candidate_decline decline
              on decline.answer_id = answer.id
             and decline.answer_revision = answer.revision and decline.question_revision = question.revision
             and (answer.official_at is null or answer.official_at is not distinct from decline.official_at)
           cross join lateral (
             select count(*) from question_link link
              where link.target_id = answer.question_id and link.kind = 'duplicate') duplicates
           -- Only answers have a question and marks. Saying that it is an answer as well would lead the planner, before
           -- it has statistics, to read the whole index of answers where one key is asked for.
           where answer.deleted_at is null and question.deleted_at is null
             and (answer.accepted_at is not null or answer.official_at is not null)
             and (source.article_id is null or source.answer_revision < answer.revision)
        ) counted`);
    await runner.query(`
      create view promotion_candidate_due as select * from promotion_candidate_ranked where not is_declined`);
  }

  private async keepListTrue(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger question_ranks_candidates_1 on post`);
    await runner.query(`
      create trigger question_ranks_candidates_1 after update on post for each row
        when (new.kind = 'question' and new.answer_count > 0
          and ((old.deleted_at is null) <> (new.deleted_at is null)
            or old.score <> new.score
            or old.revision <> new.revision
            or old.affected_count <> new.affected_count
            or promotion_points(4, old.view_count) <> promotion_points(4, new.view_count)))
        execute function question_ranks_candidates()`);
    for (const table of ['candidate_decline', 'candidate_search_hits']) {
      await runner.query(`
        create function ${table}_ranks() returns trigger language plpgsql as $$
        begin
          -- Whoever counts searches holds no lock of the forum, and the list must not be refreshed past a vote that is
          -- being cast: of two who rank one candidate at once, the later one has to see the other's change.
          perform 1 from post
           where id = coalesce(new.answer_id, old.answer_id)
              or id = (select question_id from post where id = coalesce(new.answer_id, old.answer_id))
           order by kind desc for no key update;
          perform refresh_promotion_candidates(array[coalesce(new.answer_id, old.answer_id)]);
          return null;
        end $$`);
      await runner.query(`
        create trigger ${table}_ranks after insert or update or delete on ${table} for each row
          execute function ${table}_ranks()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view promotion_candidate_due, promotion_candidate_ranked`);
    await runner.query(`drop table candidate_hold, candidate_decline, candidate_search_hits`);
    await runner.query(`drop function candidate_decline_ranks(), candidate_search_hits_ranks()`);
    await runner.query(`drop trigger question_ranks_candidates_1 on post`);
    await runner.query(`
      create trigger question_ranks_candidates_1 after update on post for each row
        when (new.kind = 'question' and new.answer_count > 0
          and ((old.deleted_at is null) <> (new.deleted_at is null)
            or old.score <> new.score
            or promotion_points(4, old.view_count) <> promotion_points(4, new.view_count)))
        execute function question_ranks_candidates()`);
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
           where answer.deleted_at is null and question.deleted_at is null
             and (answer.accepted_at is not null or answer.official_at is not null)
             and (source.article_id is null or source.answer_revision < answer.revision)
        ) counted`);
    // What was declined is a candidate again, and what only the two reasons ranked higher falls back.
    await runner.query(`
      select refresh_promotion_candidates(array(
        select id from post where kind = 'answer' and (accepted_at is not null or official_at is not null)))`);
  }
}
