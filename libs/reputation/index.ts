export { ForumCredits } from './application/forum-credits.js';
export { Ledger } from './application/ledger.js';
export { RuleSets } from './application/rule-sets.js';
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
export { PRESETS } from './domain/presets.js';
export type { RuleName, RuleSet, SavedRuleSet } from './domain/rule-set.js';
export { StandingAwards } from './persistence/standing-awards.js';
export { ReputationModule, reputationResolvers } from './reputation.module.js';
