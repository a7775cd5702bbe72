import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Tag } from '#libs/forum';
import { connectionOf } from '#libs/platform';
import type { RatingMark } from '../domain/helper-rating.js';

type MarkName = Uppercase<RatingMark>;

export const RatingMarkEnum = {
  SOLVED: 'SOLVED',
  CLEAR: 'CLEAR',
  COURTEOUS: 'COURTEOUS',
} as const satisfies { [Name in MarkName]: Name };
registerEnumType(RatingMarkEnum, {
  name: 'RatingMark',
  description: 'What askers are asked about a helper besides stars.',
  valuesMap: {
    SOLVED: { description: 'They solved the problem.' },
    CLEAR: { description: 'What they wrote was easy to follow.' },
    COURTEOUS: { description: 'They were good to deal with.' },
  },
});

@ObjectType({ description: 'The stars that a helper is taken to have had before anybody rated them.' })
export class RatingPrior {
  @Field(() => Float, { description: 'Stars, 1 to 5.' })
  mean: number;

  @Field(() => Float, { description: 'As many ratings as it counts for.' })
  weight: number;
}

@ObjectType({ description: 'How many of those who said so found that something was true of a helper.' })
export class RatingMarkShare {
  @Field(() => RatingMarkEnum, { description: 'What was asked.' })
  mark: MarkName;

  @Field(() => Float, { description: 'Those who said yes, of all who said yes or no: 0 to 1.' })
  share: number;

  @Field(() => Int, { description: 'How many said yes or no.' })
  count: number;
}

@ObjectType({ description: 'How a person was rated for answers to questions with one tag.' })
export class TopicRating {
  @Field(() => Tag, { description: 'The topic.' })
  tag: Tag;

  @Field(() => Float, { description: 'As `HelperRating.bayesian`, of these ratings.' })
  bayesian: number;

  @Field(() => Int, { description: 'How many they are.' })
  count: number;
}

@ObjectType({ description: 'How askers rated a person, apart from votes on what the person wrote.' })
export class HelperRating {
  /** For field resolvers; not part of the schema. */
  helperId: number;

  @Field(() => Float, { nullable: true, description: '1 to 5; null while nobody has rated.' })
  average: number | null;

  @Field(() => Int, {
    description: 'How many answers of theirs were rated; without what moderators made void.',
  })
  count: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The average to show: (prior.mean × prior.weight + the sum of stars) / (prior.weight + count), which few ' +
      'ratings cannot throw about. Null unless `isSettled`.',
  })
  bayesian: number | null;

  @Field(() => RatingPrior, { description: 'What `bayesian` begins with, by the rules in force.' })
  prior: RatingPrior;

  @Field(() => Int, { description: 'From so many ratings on an average is shown, by the rules in force.' })
  leastCount: number;

  @Field(() => Boolean, { description: 'There are as many ratings as `leastCount`.' })
  isSettled: boolean;
}

@ObjectType({ description: 'What one asker said of a helper, for the asker.' })
export class HelperStars {
  @Field(() => Int, { description: '1 to 5.' })
  stars: number;

  @Field(() => Boolean, { nullable: true, description: 'They solved it; null where nothing was said.' })
  solved: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'They were clear; null where nothing was said.' })
  clear: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'They were courteous; null where nothing was said.' })
  courteous: boolean | null;

  @Field(() => String, { nullable: true, description: 'The private remark to the helper; null for none.' })
  comment: string | null;

  @Field(() => Boolean, { description: 'Moderators made it void: it counts nowhere and cannot be changed.' })
  isVoid: boolean;
}

@ObjectType({
  description: 'A private remark to a helper. Nothing tells whom it is from or what it is about.',
})
export class RatingRemark {
  @Field(() => String, { description: 'Plain text.' })
  text: string;

  @Field(() => String, { description: 'In which month it was passed on, UTC, as `2026-05`.' })
  month: string;
}

export const RatingRemarkConnection = connectionOf<RatingRemark>('RatingRemark', () => RatingRemark);

@InputType({ description: 'How well somebody helped, apart from whether their answer was right.' })
export class RateHelperInput {
  @Field(() => ID, { description: 'An answer by somebody else to a question that the viewer asked.' })
  answerId: string;

  @Field(() => Int, { description: '1 to 5.' })
  stars: number;

  @Field(() => Boolean, { nullable: true, description: 'Did they solve it? Null or left out says nothing.' })
  solved?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Were they clear? Null or left out says nothing.' })
  clear?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Were they courteous? Null or left out says nothing.',
  })
  courteous?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A private remark of up to 500 characters. The helper reads it later, together with those of others, and is ' +
      'not told from whom it is; moderators can see who wrote it. Left out, an earlier one goes.',
  })
  comment?: string | null;
}

@InputType({ description: 'Names the answer whose author the asker would rather not rate.' })
export class DismissRatingRequestInput {
  @Field(() => ID, { description: 'An answer by somebody else to a question that the viewer asked.' })
  answerId: string;
}
