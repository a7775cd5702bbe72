import type { QueryRunner } from 'typeorm';

/**
 * Makes a table append-only for everybody who comes through SQL: a ledger or a record that could be edited
 * proves nothing. Uses the function `refuse_change()` that the platform's first migration creates.
 */
export async function makeAppendOnly(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    create trigger ${table}_is_append_only before update or delete on ${table}
      for each row execute function refuse_change()`);
  await runner.query(`
    create trigger ${table}_is_never_truncated before truncate on ${table}
      for each statement execute function refuse_change()`);
}
