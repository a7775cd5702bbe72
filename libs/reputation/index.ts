export { ForumCredits } from './application/forum-credits.js';
export { Ledger } from './application/ledger.js';
export {
  awardsForAcceptance,
  awardsForOfficialMark,
  awardsForPromotion,
  awardsForVote,
  promotionCause,
} from './domain/awards.js';
export type { Award } from './domain/awards.js';
export { RULES } from './domain/rules.js';
export type { Rule } from './domain/rules.js';
export { StandingAwards } from './persistence/standing-awards.js';
export { ReputationModule, reputationResolvers } from './reputation.module.js';
