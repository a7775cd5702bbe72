import { ArgsType, Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs, connectionOf } from '#libs/platform';
import { CANDIDATE_STATES } from '../domain/candidates.js';
import type { CandidateState } from '../domain/candidates.js';
import type { CandidateRow } from '../persistence/candidate.queries.js';

export const CandidateReasonKindEnum = {
  VIEWS: 'VIEWS',
  VOTES: 'VOTES',
  OFFICIAL: 'OFFICIAL',
  ACCEPTED: 'ACCEPTED',
  DUPLICATES: 'DUPLICATES',
  AFFECTED: 'AFFECTED',
  SEARCHES: 'SEARCHES',
  CHANGED: 'CHANGED',
} as const;
registerEnumType(CandidateReasonKindEnum, {
  name: 'CandidateReasonKind',
  valuesMap: {
    VIEWS: { description: 'How often the question was visited.' },
    VOTES: { description: 'Votes for the question and the answer.' },
    OFFICIAL: { description: 'A moderator or staff says: this is right.' },
    ACCEPTED: { description: 'The asker says: this solved it.' },
    DUPLICATES: { description: 'How many questions ask the same again.' },
    AFFECTED: { description: 'How many people said of the question: I have this too.' },
    SEARCHES: { description: 'How many searches the question or the answer would have met.' },
    CHANGED: { description: 'How often the answer was edited since its article was made of it.' },
  },
  description: 'What speaks for taking an answer into the FAQ.',
});

export const CandidateStateEnum = Object.fromEntries(CANDIDATE_STATES.map((state) => [state, state])) as {
  [State in CandidateState]: State;
};
registerEnumType(CandidateStateEnum, {
  name: 'CandidateState',
  valuesMap: {
    OPEN: { description: 'Waits for somebody to take it up.' },
    CLAIMED: { description: 'A curator works on it; the hold runs out by itself.' },
    DECLINED: {
      description:
        'Not for the FAQ. It comes back when the answer or its question is edited, or the answer is made ' +
        'official.',
    },
  },
  description: 'Where a candidate stands with the curators.',
});

@ObjectType({ description: 'One thing that speaks for a candidate.' })
export class CandidateReason {
  @Field(() => CandidateReasonKindEnum, { description: 'What it is.' })
  kind: keyof typeof CandidateReasonKindEnum;

  @Field(() => Float, { description: 'What was counted; 1 for a mark.' })
  value: number;

  @Field(() => Float, { description: 'What it adds to the priority.' })
  points: number;
}

@ObjectType({
  description:
    'An accepted or official answer that is not in the FAQ yet, or has changed since it was taken into it.',
})
export class PromotionCandidate {
  /** For field resolvers; not part of the schema. */
  row: CandidateRow;

  @Field(() => Float, { description: 'Higher first: the sum of the points of its reasons.' })
  priority: number;

  @Field(() => [CandidateReason], { description: 'The weightiest first.' })
  reasons: CandidateReason[];

  @Field(() => CandidateStateEnum, { description: 'Whether somebody works on it, or has declined it.' })
  state: CandidateState;

  @Field(() => Date, {
    nullable: true,
    description: 'When the hold runs out, UTC; null if nobody works on it.',
  })
  claimedUntil: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined, for colleagues; null unless it is.',
  })
  declineReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was declined, UTC; null unless it is.' })
  declinedAt: Date | null;
}

export const PromotionCandidateConnection = connectionOf<PromotionCandidate>(
  'PromotionCandidate',
  () => PromotionCandidate,
);

@ArgsType()
export class CandidatesArgs extends PageArgs {
  @Field(() => CandidateStateEnum, {
    nullable: true,
    description: 'Left out: all that were not declined. DECLINED lists the last declined first.',
  })
  state?: CandidateState | null;
}

@InputType({ description: 'Names a candidate.' })
export class CandidateInput {
  @Field(() => ID, { description: 'The answer that is the candidate.' })
  answerId: string;
}

@InputType({ description: 'The candidate that the viewer wants to work on.' })
export class ClaimCandidateInput extends CandidateInput {
  @Field(() => Boolean, { nullable: true, description: 'Also if a colleague holds it; they lose it.' })
  force?: boolean | null;
}

@InputType({ description: 'The candidate that is not for the FAQ, and why.' })
export class DeclineCandidateInput extends ClaimCandidateInput {
  @Field(() => String, { description: 'Why, in up to 300 characters, for colleagues.' })
  reason: string;
}

@ObjectType({ description: 'The candidate after the change.' })
export class CandidatePayload {
  @Field(() => PromotionCandidate, { nullable: true, description: 'Null if it is no candidate (any more).' })
  candidate: PromotionCandidate | null;
}

export function toCandidate(row: CandidateRow): PromotionCandidate {
  const reasons: CandidateReason[] = [
    { kind: 'VIEWS', value: row.views, points: row.viewPoints },
    { kind: 'VOTES', value: row.votes, points: row.votePoints },
    { kind: 'OFFICIAL', value: 1, points: row.officialPoints },
    { kind: 'ACCEPTED', value: 1, points: row.acceptedPoints },
    { kind: 'DUPLICATES', value: row.duplicates, points: row.duplicatePoints },
    { kind: 'AFFECTED', value: row.affected, points: row.affectedPoints },
    { kind: 'SEARCHES', value: row.searches, points: row.searchPoints },
    { kind: 'CHANGED', value: row.changes, points: row.changePoints },
  ];
  return {
    row,
    priority: row.priority,
    reasons: reasons.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points),
    state: row.declinedAt ? 'DECLINED' : row.holderId === null ? 'OPEN' : 'CLAIMED',
    claimedUntil: row.heldUntil,
    declineReason: row.declineReason,
    declinedAt: row.declinedAt,
  };
}
