import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that a newer one replaces is no candidate for the FAQ, whatever else is said of it. */
export class SupersededCandidates1700000810100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create or replace view promotion_candidate_ranked as ${ranked('and answer.superseded_at is null')}`,
    );
    await runner.query(`
      create trigger answer_is_candidate_3 after update on post for each row
        when ((old.superseded_at is null) <> (new.superseded_at is null)) execute function answer_is_candidate()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger answer_is_candidate_3 on post`);
    await runner.query(`create or replace view promotion_candidate_ranked as ${ranked('')}`);
    await runner.query(
      `select refresh_promotion_candidates(array(select id from post where superseded_at is not null))`,
    );
  }
}

/** What is due, with what it weighs; `besides` is a further condition on the answer. */
function ranked(besides: string): string {
  return `
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
             and (source.article_id is null or source.answer_revision < answer.revision) ${besides}
        ) counted`;
}
