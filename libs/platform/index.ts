export { Access, AccessAsParent } from './access/access.js';
export { AccessGuard } from './access/access.guard.js';
export { DeclaredAccessCheck } from './access/declared-access.check.js';
export { ENVIRONMENT, EnvironmentError, readEnvironment } from './config/environment.js';
export type { Environment, LogLevel } from './config/environment.js';
export { makeAppendOnly } from './database/append-only.js';
export { createDataSource, migrate } from './database/data-source.js';
export { brokenConstraint, Database, sqlState } from './database/database.js';
export { countingStatements } from './database/statement-counter.js';
export { DomainEvents } from './events/domain-events.js';
export { BatchLoader, groupedByKeys, inOrderOf } from './graphql/batch-loader.js';
export {
  connectionOf,
  PageArgs,
  PageInfo,
  pageOf,
  requirePageSize,
  toConnection,
} from './graphql/connection.js';
export type { Connection, Page } from './graphql/connection.js';
export { DateTimeScalar } from './graphql/date-time.scalar.js';
export { formatError, isDefect } from './graphql/errors.js';
export { inputValidation } from './graphql/input-validation.js';
export { Idempotency } from './graphql/idempotency.js';
export { exceededLimits, fragmentsOf, limitError, LIMITS, measureOperation } from './graphql/limits.js';
export { Node, NodeResolver, NodeSources, typeNameOf } from './graphql/node.js';
export { operationLimitsPlugin } from './graphql/operation-limits.plugin.js';
export type { RequestContext } from './graphql/request-context.js';
export { Jobs } from './jobs/jobs.js';
export type { Job, JobActor, JobData, JobDefinition } from './jobs/job.js';
export { RateLimits } from './limits/rate-limits.js';
export type { RateLimit } from './limits/rate-limits.js';
export { createLogger, LOGGER, nestLogger } from './logging/logger.js';
export type { Logger } from './logging/logger.js';
export { Mailer } from './mail/mailer.js';
export { Outbox } from './mail/outbox.js';
export type { Letter } from './mail/outbox.js';
export { PlatformModule } from './platform.module.js';
export type { PlatformParts } from './platform.module.js';
export { SiteSecret } from './settings/site-secret.js';
export { SiteSettings } from './settings/site-settings.js';
export { platformMigrations } from './persistence/migrations/index.js';
