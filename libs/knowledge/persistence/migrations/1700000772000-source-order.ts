import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The answers behind an article in the order in which a curator merged them, which times of one transaction cannot tell. */
export class SourceOrder1700000772000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table article_source add position integer check (position >= 1)`);
    await runner.query(`
      update article_source s set position = placed.position
        from (select article_id, answer_id,
                     row_number() over (partition by article_id order by created_at, answer_id) as position
                from article_source) placed
       where (placed.article_id, placed.answer_id) = (s.article_id, s.answer_id)`);
    await runner.query(`
      alter table article_source
        alter position set not null,
        add constraint article_source_one_place unique (article_id, position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table article_source drop position`);
  }
}
