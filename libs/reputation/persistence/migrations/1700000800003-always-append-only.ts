import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['reputation_entry', 'rule_set'];
const each = (state: 'always ' | '') =>
  TABLES.flatMap((table) => [
    `alter table ${table} enable ${state}trigger ${table}_is_append_only`,
    `alter table ${table} enable ${state}trigger ${table}_is_never_truncated`,
  ]);

/** What refuses changes holds also for sessions that say they replicate, which go past ordinary triggers. */
export class AlwaysAppendOnly1700000800003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of each('always ')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of each('')) await runner.query(statement);
  }
}
