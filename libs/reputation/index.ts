export { AbilitySources } from './application/abilities.js';
export { ForumCredits } from './application/forum-credits.js';
export { HelperRatings } from './application/helper-ratings.js';
export { Ledger } from './application/ledger.js';
export { PrivilegeKeeping } from './application/privilege-keeping.js';
export { PrivilegeRefusals } from './application/privilege-refusals.js';
export { privilegesAtStake } from './application/privileges.js';
export type { PrivilegeAtStake } from './application/privileges.js';
export { RatingPublication } from './application/rating-publication.js';
export { RatingReview } from './application/rating-review.js';
export { Recomputation } from './application/recomputation.js';
export { RuleDesk } from './application/rule-desk.js';
export { VoteLimits } from './application/vote-limits.js';
export { RuleSets } from './application/rule-sets.js';
export {
  acceptanceCause,
  alsoSolvedCause,
  awardsForAcceptance,
  awardsForAlsoSolved,
  awardsForOfficialMark,
  awardsForPromotion,
  awardsForVote,
  promotionCause,
  voteCause,
} from './domain/awards.js';
export type { Award } from './domain/awards.js';
export * from './domain/privilege-events.js';
export { RULE_ENTRIES } from './domain/reasons.js';
export type { ReputationReason } from './domain/reasons.js';
export * from './domain/rating-events.js';
export * from './domain/rule-events.js';
export type { RuleName, RuleSet } from './domain/rule-set.js';
export { PrivilegeNameEnum } from './graphql/privilege.types.js';
export { RatingPublicationStore } from './persistence/rating-publication.store.js';
export { RatingStore } from './persistence/rating.store.js';
export { RuleSetStore } from './persistence/rule-set.store.js';
export { StandingAwards } from './persistence/standing-awards.js';
export { PrivilegeStore } from './persistence/privilege.store.js';
export { ForumRulesModule } from './forum-rules.module.js';
export { ReputationModule, reputationResolvers } from './reputation.module.js';
