export { ForumCredits } from './application/forum-credits.js';
export { Ledger } from './application/ledger.js';
export {
  acceptanceCause,
  awardsForAcceptance,
  awardsForOfficialMark,
  awardsForPromotion,
  awardsForVote,
  officialMarkCause,
  promotionCause,
  voteCause,
} from './domain/awards.js';
export type { Award } from './domain/awards.js';
export { RULES } from './domain/rules.js';
export type { ReputationReason, Rule, RuleSet } from './domain/rules.js';
export { reputationMigrations } from './persistence/migrations/index.js';
export { StandingAwards } from './persistence/standing-awards.js';
export { ReputationModule, reputationResolvers } from './reputation.module.js';
