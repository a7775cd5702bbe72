export { Bounties } from './application/bounties.js';
export { BountyEligibility } from './application/eligibility.js';
export { Escrow } from './application/escrow.js';
export { Settlement } from './application/settlement.js';
export { BountiesModule, bountyResolvers } from './bounties.module.js';
export * from './domain/events.js';
export { bountyCause } from './domain/bounty.js';
export { BountyStore } from './persistence/bounty.store.js';
