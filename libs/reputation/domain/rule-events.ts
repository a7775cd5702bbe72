import type { Actor } from '#libs/kernel';
import type { RuleChange } from './rule-catalogue.js';

/** What admins did with the rules of standing. Each is published inside the transaction that makes it so. */

/** New rules are in force. What was earned before stays as it was. */
export class RulesChanged {
  constructor(
    readonly version: number,
    readonly by: Actor,
    readonly changes: readonly RuleChange[],
    readonly note: string,
  ) {}
}

/** Everything that stands in the ledger is going to be worth what these rules say. */
export class RecomputationAsked {
  constructor(
    readonly version: number,
    readonly by: Actor,
  ) {}
}

export interface RecomputedReputation {
  readonly accountId: number;
  /** What they would have by now if nothing had been recomputed. */
  readonly before: number;
  readonly after: number;
}

/** A recomputation is done with these people, and their reputation is another one. Each is in one such event of it. */
export class ReputationRecomputed {
  constructor(
    readonly recomputationId: number,
    readonly changes: readonly RecomputedReputation[],
  ) {}
}
