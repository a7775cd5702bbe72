import { PeerdeskError } from '#libs/kernel';
import { EnvironmentError, sqlState } from '#libs/platform';
import { DataDirInUseError, EmbeddedPostgresError } from '#libs/platform/postgres';

/** Failures whose message says in one line what an operator can do about them. */
const SELF_EXPLAINING = [PeerdeskError, EnvironmentError, DataDirInUseError, EmbeddedPostgresError];

/** What a connection fails with: by the network, or refused by PostgreSQL (password, database, too many, shut down). */
const CONNECTION_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'],
  ...['28000', '28P01', '3D000', '42501', '53300', '57P01', '57P03'],
]);

/** One line for what an operator can mend; undefined for everything else, which is ours to mend. */
export function explainFailure(error: unknown): string | undefined {
  if (SELF_EXPLAINING.some((kind) => error instanceof kind)) return (error as Error).message;
  const code = sqlState(error);
  if (code !== undefined && CONNECTION_CODES.has(code)) {
    // Node.js leaves the message empty where it tried several addresses of one name.
    return `The database cannot be used: ${(error as Error).message || code}. Look at DATABASE_URL.`;
  }
  return undefined;
}
