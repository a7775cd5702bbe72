/** What a case looks like. It is a suspicion until two people have looked at it. */
export type FraudKind = 'SERIAL_VOTES' | 'RING' | 'RECIPROCAL_ACCEPTANCE' | 'SOCK_PUPPETS';

export type FraudState = 'OPEN' | 'PROPOSED' | 'INVALIDATED' | 'DISMISSED' | 'UNDONE';

/** Figures that speak for a case. Which of them there are depends on its kind; what each counts, the API says. */
export type EvidenceName =
  | 'votes'
  | 'downvotes'
  | 'votesOfVoter'
  | 'mostInAnHour'
  | 'leastVotes'
  | 'leastShare'
  | 'acceptances'
  | 'acceptancesBack'
  | 'expected'
  | 'sharedDays'
  | 'accountsThere'
  | 'windowDays';
export type Evidence = Readonly<Partial<Record<EvidenceName, number>>>;

export interface SuspectVote {
  readonly voteId: number;
  readonly postId: number;
  readonly voterId: number;
  readonly authorId: number;
  readonly value: 1 | -1;
  readonly castAt: Date;
}

/** What an asker says of an answer: this solved it, or this solved it too. Both count as acceptances. */
export type AskerMark = 'ACCEPTED' | 'ALSO_SOLVED';

export interface SuspectAcceptance {
  readonly answerId: number;
  readonly askerId: number;
  readonly helperId: number;
  readonly mark: AskerMark;
  /** When it was marked so. */
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
