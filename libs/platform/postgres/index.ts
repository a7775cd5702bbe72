export { DataDirInUseError } from './data-dir-lock.js';
export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export { connectOrStartEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
export type { EmbeddedPostgres } from './embedded-postgres.js';
