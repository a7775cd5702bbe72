/** What a case looks like. It is a suspicion until two people have looked at it. */
export const FRAUD_KINDS = ['SERIAL_VOTES', 'RING', 'RECIPROCAL_ACCEPTANCE', 'SOCK_PUPPETS'] as const;
export type FraudKind = (typeof FRAUD_KINDS)[number];

export const FRAUD_STATES = ['OPEN', 'PROPOSED', 'INVALIDATED', 'DISMISSED', 'UNDONE'] as const;
export type FraudState = (typeof FRAUD_STATES)[number];

/** Figures that speak for a case. Which of them there are depends on its kind. */
export const EVIDENCE_NAMES = [
  /** Votes of the voter for the author. */
  'votes',
  /** Of these, the ones against. */
  'downvotes',
  /** All votes of the voter in the time that is looked at. */
  'votesOfVoter',
  /** The most votes for the author in one hour. */
  'mostInAnHour',
  /** The weakest link of a ring: the least upvotes from one member to the next … */
  'leastVotes',
  /** … and the least share of a member's upvotes that go to the next. */
  'leastShare',
  /** Acceptances of the first of the two for the second, and the other way round. */
  'acceptances',
  'acceptancesBack',
  /** How many in both directions chance would give. */
  'expected',
  /** Days on which both accounts were used from one network with one browser. */
  'sharedDays',
  /** The most accounts that were seen there. */
  'accountsThere',
  /** How far back it was looked, in days. */
  'windowDays',
] as const;
export type EvidenceName = (typeof EVIDENCE_NAMES)[number];
export type Evidence = Readonly<Partial<Record<EvidenceName, number>>>;

export interface SuspectVote {
  readonly voteId: number;
  readonly postId: number;
  readonly voterId: number;
  readonly authorId: number;
  readonly value: 1 | -1;
  readonly castAt: Date;
}

export interface SuspectAcceptance {
  readonly answerId: number;
  readonly askerId: number;
  readonly helperId: number;
  readonly acceptedAt: Date;
}

/** What one night has found about some people. */
export interface Finding {
  readonly kind: FraudKind;
  /** Of serial votes: who voted, then whom for. Of all others by number. */
  readonly accountIds: readonly number[];
  readonly evidence: Evidence;
  readonly votes: readonly SuspectVote[];
  readonly acceptances: readonly SuspectAcceptance[];
}
