import type { MigrationInterface, QueryRunner } from 'typeorm';
import { JOBS_SCHEMA } from '../../jobs/schema.js';

/**
 * The tables of pg-boss, as the version installed makes them. When a later version wants others, a migration of its
 * own runs `getMigrationPlans` from the number in `pgboss.version`; until then workers refuse to start.
 */
export class Jobs1700000010000 implements MigrationInterface {
  /** What pg-boss brings is a transaction already. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // Killed between that transaction and the note that this migration ran, it finds the tables there.
    const [found] = (await runner.query(`select to_regclass($1) is not null as "isThere"`, [
      `${JOBS_SCHEMA}.version`,
    ])) as { isThere: boolean }[];
    if (found?.isThere) return;
    const { getConstructionPlans } = await import('pg-boss');
    await runner.query(getConstructionPlans(JOBS_SCHEMA));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema ${JOBS_SCHEMA} cascade`);
  }
}
