import { spawn } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { OsAccount } from './os-account.js';

interface ProgramRun {
  cwd: string;
  account: OsAccount;
  input?: string;
}

/**
 * What PostgreSQL's programs get to see of the environment: PGDATA, PGPORT and their like must not leak in, and its
 * messages are read by us, so they are English.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Runs one of PostgreSQL's programs to its end and gives what it said.
 *
 * @throws EmbeddedPostgresError with the last thing it said when it fails.
 */
export async function runProgram(command: string, parameters: string[], run: ProgramRun): Promise<string> {
  const child = spawn(command, parameters, { cwd: run.cwd, ...run.account, env: programEnvironment() });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  // It may end without having read everything; why it ended is in what it said.
  child.stdin.on('error', () => undefined).end(run.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code === 0) return said;
  throw new EmbeddedPostgresError(`${command} failed: ${lastLines(said)}`);
}

/** The end of a program's output, as one line. */
export function lastLines(output: string, count = 4): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-count).join(' / ');
}
