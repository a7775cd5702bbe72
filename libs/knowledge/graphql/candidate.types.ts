import { Field, Float, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '#libs/platform';
import type { CandidateRow } from '../persistence/candidate.queries.js';

export const CandidateReasonKindEnum = {
  VIEWS: 'VIEWS',
  VOTES: 'VOTES',
  OFFICIAL: 'OFFICIAL',
  ACCEPTED: 'ACCEPTED',
  DUPLICATES: 'DUPLICATES',
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
    CHANGED: { description: 'How often the answer was edited since its article was made of it.' },
  },
});

@ObjectType({ description: 'One thing that speaks for a candidate.' })
export class CandidateReason {
  @Field(() => CandidateReasonKindEnum)
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
}

export const PromotionCandidateConnection = connectionOf<PromotionCandidate>(
  'PromotionCandidate',
  () => PromotionCandidate,
);

export function toCandidate(row: CandidateRow): PromotionCandidate {
  const reasons: CandidateReason[] = [
    { kind: 'VIEWS', value: row.views, points: row.viewPoints },
    { kind: 'VOTES', value: row.votes, points: row.votePoints },
    { kind: 'OFFICIAL', value: 1, points: row.officialPoints },
    { kind: 'ACCEPTED', value: 1, points: row.acceptedPoints },
    { kind: 'DUPLICATES', value: row.duplicates, points: row.duplicatePoints },
    { kind: 'CHANGED', value: row.changes, points: row.changePoints },
  ];
  return {
    row,
    priority: row.priority,
    reasons: reasons.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points),
  };
}
