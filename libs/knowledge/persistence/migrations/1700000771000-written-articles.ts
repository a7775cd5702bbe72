import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Articles that a curator writes without an answer, and why a publication did not happen, for pages to put into words. */
export class WrittenArticles1700000771000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One that was made of answers keeps one of them; one that was written may do without.
    await runner.query(`alter table article add made_of_answers boolean not null default false`);
    await runner.query(`
      update article set made_of_answers = true
       where translation_of is null and exists (select from article_source where article_id = article.id)`);
    await runner.query(`
      alter table article_schedule
        add problem_kind text
          check (problem_kind in ('REVIEW_MISSING', 'ANSWER_ELSEWHERE', 'NOT_A_CURATOR', 'OTHER'))`);
    await runner.query(`update article_schedule set problem_kind = 'OTHER' where problem is not null`);
    await runner.query(`
      alter table article_schedule
        add constraint article_schedule_problem_has_kind check ((problem is null) = (problem_kind is null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table article_schedule drop problem_kind`);
    await runner.query(`alter table article drop made_of_answers`);
  }
}
