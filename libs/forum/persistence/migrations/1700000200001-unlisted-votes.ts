import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imported communities have votes that they count but do not list. */
export class UnlistedVotes1700000200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table vote
        -- false: part of an imported score of which nobody knows when it was cast, so it is worth no reputation
        add earns_reputation boolean not null default true,
        add constraint vote_of_a_person_earns check (earns_reputation or voter_id is null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table vote drop constraint vote_of_a_person_earns, drop earns_reputation`);
  }
}
