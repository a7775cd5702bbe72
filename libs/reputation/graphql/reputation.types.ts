import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import { REPUTATION_REASONS } from '../domain/reasons.js';
import type { ReputationReason } from '../domain/reasons.js';
import type { EntryRow } from '../persistence/reputation.queries.js';

export const ReputationReasonEnum = Object.fromEntries(
  REPUTATION_REASONS.map((reason) => [reason, reason]),
) as { [Name in ReputationReason]: Name };
registerEnumType(ReputationReasonEnum, {
  name: 'ReputationReason',
  description: 'Why reputation changed.',
  valuesMap: {
    QUESTION_UPVOTED: { description: 'To the author. Upvotes bring 200 a UTC day at most.' },
    QUESTION_DOWNVOTED: { description: 'From the author.' },
    ANSWER_UPVOTED: { description: 'To the author. Upvotes bring 200 a UTC day at most.' },
    ANSWER_DOWNVOTED: { description: 'From the author, and a point from whoever voted it down.' },
    ANSWER_ACCEPTED: { description: 'To the author of the answer.' },
    ACCEPTED_AN_ANSWER: { description: 'To the asker.' },
    ANSWER_ALSO_SOLVED: { description: 'To the author of an answer that solved the question too.' },
    ANSWER_MADE_OFFICIAL: { description: 'To the author of the answer.' },
    ANSWER_PROMOTED: { description: 'To the author: the answer became a published FAQ article.' },
    BOUNTY_OFFERED: { description: 'From whoever offers it, held until it is won or returned.' },
    BOUNTY_WON: { description: 'To the author of the answer that was given the bounty.' },
    SANCTIONED: { description: 'Taken by moderators, who recorded why.' },
    REVERSAL: { description: 'Takes an earlier entry back: a vote withdrawn, a mark moved, a post deleted.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'One line of the ledger that reputation is the sum of.',
})
export class ReputationEntry extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: EntryRow;

  @Field(() => Int, { description: 'By how much reputation changed. 0 where the daily limit was reached.' })
  delta: number;

  @Field(() => Int, { description: 'What it would have been without the daily limit on upvotes.' })
  pointsBeforeCap: number;

  @Field(() => ReputationReasonEnum, { description: 'What for.' })
  reason: ReputationReason;

  @Field(() => Date, { description: 'When it was entered, UTC.' })
  createdAt: Date;

  @Field(() => Boolean, { description: 'A later entry has taken it back.' })
  isReversed: boolean;
}

export const ReputationEntryConnection = connectionOf<ReputationEntry>(
  'ReputationEntry',
  () => ReputationEntry,
);

export function toReputationEntry(row: EntryRow): ReputationEntry {
  return {
    row,
    id: globalId('reputationEntry', row.entryId),
    delta: row.delta,
    pointsBeforeCap: row.points,
    reason: row.reason,
    createdAt: row.createdAt,
    isReversed: row.isReversed,
  };
}

@ObjectType({ description: 'How askers rated a person, apart from votes on what the person wrote.' })
export class HelperRating {
  @Field(() => Float, { nullable: true, description: '1 to 5; null while nobody has rated.' })
  average: number | null;

  @Field(() => Int, { description: 'How many answers of theirs were rated.' })
  count: number;
}

@ObjectType({ description: 'One rating of a helper, for whoever gave it.' })
export class HelperStars {
  @Field(() => Int, { description: '1 to 5.' })
  stars: number;

  @Field(() => String, { nullable: true, description: 'In the rater’s words; null if they gave none.' })
  comment: string | null;
}

@InputType({ description: 'How well somebody helped, apart from whether their answer was right.' })
export class RateHelperInput {
  @Field(() => ID, { description: 'An answer by somebody else to a question that the viewer asked.' })
  answerId: string;

  @Field(() => Int, { description: '1 to 5.' })
  stars: number;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 500 characters, which only the rater sees; left out, an earlier one goes.',
  })
  comment?: string | null;
}

@ObjectType({ description: 'A badge that came along with an imported community.' })
export class Badge {
  @Field(() => String, { description: 'As it was called in the community that it came from.' })
  name: string;

  @Field(() => Date, { description: 'When it was awarded last.' })
  awardedAt: Date;

  @Field(() => Int, { description: 'How often it was awarded.' })
  count: number;
}
