export { Audit } from './application/audit.js';
export { ModerationModule, moderationResolvers } from './moderation.module.js';
