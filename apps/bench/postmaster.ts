import { readFileSync } from 'node:fs';
import type { Database } from '#libs/platform';

/** The server process that all backends are children of. */
export async function postmasterPid(database: Database): Promise<number> {
  const row = await database.one<{ pid: number }>(`select pg_backend_pid() as pid`);
  const stat = readFileSync(`/proc/${row?.pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}
