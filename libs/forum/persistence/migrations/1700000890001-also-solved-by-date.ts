import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For what looks at all that askers have said within some weeks, as `post_by_acceptance`. */
export class AlsoSolvedByDate1700000890001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index post_by_also_solved on post (also_solved_at) where also_solved_at is not null`,
    );
    await runner.query(
      `comment on column post.acceptance_void_case is
         'the case by which nobody earns by what the asker says of this answer: that it solved it, or solved it too'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`comment on column post.acceptance_void_case is null`);
    await runner.query(`drop index post_by_also_solved`);
  }
}
