import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found invalid makes nobody stand higher, whether the asker accepted the answer or said that it solved it too. */
export class VoidSolutions1700000890002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(solutions(`a.also_solved_at is not null and a.acceptance_void_case is null`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(solutions(`a.also_solved_at is not null`));
  }
}

function solutions(alsoSolved: string): string {
  return `
    create or replace view solution as
    select judged.*
      from (
        select a.id as answer_id, a.question_id, a.author_id as account_id, q.author_id as asker_id, q.locale,
               q.created_at as asked_at, a.created_at as answered_at,
               a.accepted_at is not null and a.acceptance_void_case is null
                 and a.accepted_by is distinct from a.author_id
                 and q.author_id is distinct from a.author_id as is_accepted,
               a.official_at is not null and a.official_by is distinct from a.author_id as is_official,
               ${alsoSolved} and a.also_solved_by is distinct from a.author_id
                 and q.author_id is distinct from a.author_id as is_also_solved,
               a.accepted_at, a.official_at, a.also_solved_at,
               least(a.accepted_at, a.official_at, a.also_solved_at) as solved_at
          from post a join post q on q.id = a.question_id
         where a.deleted_at is null and q.deleted_at is null and a.author_id is not null
           and (a.accepted_at is not null or a.official_at is not null or a.also_solved_at is not null)
      ) judged
     where is_accepted or is_official or is_also_solved`;
}
