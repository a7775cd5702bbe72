export { Audit } from './application/audit.js';
export type { AuditEntry, AuditSubjectKind } from './application/audit.js';
export { RecordedActs } from './application/recorded-acts.js';
export { ModerationModule, moderationResolvers } from './moderation.module.js';
export { moderationMigrations } from './persistence/migrations/index.js';
