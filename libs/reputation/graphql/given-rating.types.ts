import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import type { GivenRatingOrder, GivenRatingRow } from '../persistence/rating.queries.js';

export const GivenRatingOrderEnum = { NEWEST: 'NEWEST', LOWEST: 'LOWEST' } as const;
registerEnumType(GivenRatingOrderEnum, {
  name: 'GivenRatingOrder',
  description: 'How ratings are listed for review.',
  valuesMap: {
    NEWEST: { description: 'By when they were given or changed, the latest first.' },
    LOWEST: { description: 'Those with the fewest stars first; of equals the latest.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description:
    'One rating of a helper with who gave it for what. For MODERATOR and above, and never for the helper.',
})
export class GivenRating extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: GivenRatingRow;

  @Field(() => Int, { description: '1 to 5.' })
  stars: number;

  @Field(() => Boolean, { nullable: true, description: 'They solved it; null where nothing was said.' })
  solved: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'They were clear; null where nothing was said.' })
  clear: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'They were courteous; null where nothing was said.' })
  courteous: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The private remark to the helper; null for none, and for one from before helpers could read them.',
  })
  comment: string | null;

  @Field(() => Date, { description: 'When it was given first, UTC.' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it was changed last, UTC.' })
  updatedAt: Date;
}

export const GivenRatingConnection = connectionOf<GivenRating>('GivenRating', () => GivenRating);

export function toGivenRating(row: GivenRatingRow): GivenRating {
  const { stars, solved, clear, courteous, comment, createdAt, updatedAt } = row;
  return {
    row,
    id: globalId('helperRating', row.answerId),
    ...{ stars, solved, clear, courteous, comment, createdAt, updatedAt },
  };
}

@ObjectType({ description: 'That a rating counts nowhere.' })
export class RatingVoid {
  /** For field resolvers; not part of the schema. */
  byId: number;

  @Field(() => Date, { description: 'Since when, UTC.' })
  at: Date;

  @Field(() => String, { description: 'What the moderator gave as the reason.' })
  reason: string;
}

@ArgsType()
export class GivenRatingsArgs extends PageArgs {
  @Field(() => GivenRatingOrderEnum, {
    nullable: true,
    defaultValue: 'NEWEST',
    description: 'What comes first.',
  })
  orderBy?: GivenRatingOrder | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Only those with a remark to the helper.',
  })
  onlyRemarks?: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Only those that are void.' })
  onlyVoid?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only those that this person gave.' })
  raterId?: string | null;
}

@InputType({ description: 'Which rating is to count no longer, and why.' })
export class VoidRatingInput {
  @Field(() => ID, { description: 'A rating neither by nor of the viewer.' })
  ratingId: string;

  @Field(() => String, { description: 'Why, for the record: up to 500 characters.' })
  reason: string;
}

@InputType({ description: 'Which void rating is to count again, and why.' })
export class RestoreRatingInput extends VoidRatingInput {}

@ObjectType({ description: 'The rating that was decided on.' })
export class GivenRatingPayload {
  @Field(() => GivenRating, { description: 'As it is now.' })
  rating: GivenRating;
}
