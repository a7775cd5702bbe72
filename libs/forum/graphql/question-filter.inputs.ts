import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import { QuestionOrderEnum } from './post.types.js';

@InputType('QuestionFilter', {
  description: 'Which questions are listed: those that meet all that is given.',
})
export class QuestionFilterInput {
  @Field(() => [String], { nullable: true, description: 'All of them; up to 5.' })
  tags?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Asked by this person; BAD_USER_INPUT if it is not the id of one.',
  })
  authorId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Written in exactly this language: `en` does not find `en-US`.',
  })
  locale?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: has an answer with a positive score, an accepted or an official one. False: has none such.',
  })
  answered?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: with an accepted answer. False: without.' })
  accepted?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Asked about this product, in whichever version.' })
  productId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Asked about this version of a product, or about all of them.',
  })
  versionId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: a bounty on it is open and can be won. False: none is.',
  })
  hasOpenBounty?: boolean | null;
}

@ArgsType()
export class QuestionsArgs extends PageArgs {
  @Field(() => QuestionFilterInput, { nullable: true, description: 'Left out: all that are not deleted.' })
  filter?: QuestionFilterInput | null;

  @Field(() => QuestionOrderEnum, {
    nullable: true,
    defaultValue: 'ACTIVITY',
    description: 'What comes first.',
  })
  orderBy?: keyof typeof QuestionOrderEnum | null;
}
