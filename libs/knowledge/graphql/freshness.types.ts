import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AppliesToInput, ProductVersion } from '#libs/catalogue';
import { Answer } from '#libs/forum';
import { PageArgs, connectionOf } from '#libs/platform';
import { STALE_KINDS } from '../domain/staleness.js';
import type { StaleKind } from '../domain/staleness.js';
import type { StaleDetail, StaleReasonRow } from '../persistence/freshness.queries.js';
import { ArticleInput, SeenRevisionInput } from './life.types.js';

export const StaleKindEnum = Object.fromEntries(STALE_KINDS.map((kind) => [kind, kind])) as {
  [Kind in StaleKind]: Kind;
};
registerEnumType(StaleKindEnum, {
  name: 'StaleKind',
  valuesMap: {
    FEEDBACK: { description: 'Readers say that it does not help.' },
    DRIFT: {
      description: 'An answer that it was made of was edited, and nobody has compared the two since.',
    },
    AGE: {
      description: 'Its review date has come, or nobody has looked at it for as long as the rule says.',
    },
    VERSION: { description: 'A version that it says it applies to came out, and nobody has looked since.' },
    MANUAL: { description: 'A curator says so.' },
  },
  description: 'What says that an article may not be true any more.',
});

@ObjectType({ description: 'Why an article that readers see may not be true any more.' })
export class StaleReason {
  /** For the field resolvers; not part of the schema. */
  detail: StaleDetail;

  @Field(() => StaleKindEnum, { description: 'What says so.' })
  kind: StaleKind;

  @Field(() => Date, { description: 'When it came up, UTC.' })
  since: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'FEEDBACK: how many readers have said something since the article was last looked at.',
  })
  votes: number | null;

  @Field(() => Int, { nullable: true, description: 'FEEDBACK: how many of them it did not help.' })
  notHelpful: number | null;

  @Field(() => Int, { nullable: true, description: 'DRIFT: how many of its answers were edited.' })
  answers: number | null;

  @Field(() => String, { nullable: true, description: 'AGE: the review date, such as 2027-05-01.' })
  dueOn: string | null;

  @Field(() => Date, { nullable: true, description: 'AGE: when somebody last looked.' })
  lookedAt: Date | null;
}

@ObjectType({ description: 'When readers’ feedback makes an article stale.' })
export class FeedbackRule {
  @Field(() => Boolean, { description: 'Whether feedback makes articles stale at all.' })
  isOn: boolean;

  @Field(() => Int, { description: 'So many readers must have said something since it was last looked at.' })
  minVotes: number;

  @Field(() => Float, { description: 'At least this share of them was not helped; above 0, to 1.' })
  share: number;
}

@ObjectType({
  description: 'What makes articles stale by itself. A curator and a review date always do.',
})
export class StaleRulesView {
  @Field(() => FeedbackRule, { description: 'When readers say that it does not help.' })
  feedback: FeedbackRule;

  @Field(() => Boolean, { description: 'An edited answer behind it.' })
  drift: boolean;

  @Field(() => Int, { nullable: true, description: 'So many months without a look; null: never.' })
  ageMonths: number | null;

  @Field(() => Boolean, { description: 'A new version of a product that it applies to.' })
  version: boolean;
}

@InputType({
  description: 'When readers’ feedback is to make an article stale; replaces the rule as a whole.',
})
export class FeedbackRuleInput {
  @Field(() => Boolean, { description: 'Whether feedback makes articles stale at all.' })
  isOn: boolean;

  @Field(() => Int, {
    description: 'How many readers must have said something since it was last looked at, 1 to 1,000.',
  })
  minVotes: number;

  @Field(() => Float, { description: 'The least share of them that was not helped; above 0, to 1.' })
  share: number;
}

@InputType({ description: 'The rules that are to change; what is left out stays.' })
export class UpdateStaleRulesInput {
  @Field(() => FeedbackRuleInput, { nullable: true, description: 'When readers say that it does not help.' })
  feedback?: FeedbackRuleInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an edited answer behind it makes an article stale.',
  })
  drift?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'After so many months without a look, 1 to 120; null: never. Left out, it stays.',
  })
  ageMonths?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a new version of a product that it applies to makes an article stale.',
  })
  version?: boolean | null;
}

@ObjectType({ description: 'The rules after the change.' })
export class StaleRulesPayload {
  @Field(() => StaleRulesView, { description: 'As they are now.' })
  rules: StaleRulesView;
}

@InputType({ description: 'Who sees to an article, and what it applies to.' })
export class SetArticleCareInput extends ArticleInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A curator; null: nobody in particular. Left out, it stays.',
  })
  ownerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A day to come within ten years, such as 2027-05-01; null takes it away. Left out, it stays.',
  })
  reviewDueOn?: string | null;

  @Field(() => [AppliesToInput], {
    nullable: true,
    description:
      'What it applies to, in all its languages: each product once, 10 at most. Replaces what there is; ' +
      'left out, it stays.',
  })
  appliesTo?: AppliesToInput[] | null;
}

@InputType({ description: 'What was looked at, and when to look again.' })
export class ConfirmArticleInput extends ArticleInput {
  @Field(() => String, {
    nullable: true,
    description: 'When to look again, such as 2027-05-01; left out, a day that is still to come stays.',
  })
  reviewDueOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'It holds up to this version of its product and no further; left out, for the newest one too.',
  })
  toVersionId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` that was looked at. CONFLICT with `current` if readers see another one by now.',
  })
  expectedVersion?: number | null;

  @Field(() => [SeenRevisionInput], {
    nullable: true,
    description: 'Its answers as they were compared. CONFLICT if one was edited once more meanwhile.',
  })
  seen?: SeenRevisionInput[] | null;
}

@InputType({ description: 'An article that is not true any more, and why.' })
export class MarkArticleStaleInput extends ArticleInput {
  @Field(() => String, { description: 'What is no longer true, in up to 300 characters; for curators.' })
  remark: string;
}

@InputType({ description: 'An answer, and the version that it holds for.' })
export class ConfirmAnswerForVersionInput {
  @Field(() => ID, { description: 'The answer.' })
  answerId: string;

  @Field(() => ID, { description: 'A version of the product that it is about; else BAD_USER_INPUT.' })
  versionId: string;
}

@ArgsType()
export class StaleArticlesArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only what this curator looks after.' })
  ownerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what nobody looks after.' })
  unowned?: boolean | null;

  @Field(() => StaleKindEnum, {
    nullable: true,
    description: 'Only what is stale for this reason, among others perhaps.',
  })
  kind?: StaleKind | null;
}

@ArgsType()
export class AnswersToReviewArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only answers about this product.' })
  productId?: string | null;
}

@ObjectType({
  description:
    'An accepted or official answer that was written before the newest version of its product came out.',
})
export class AnswerToReview {
  row: { answerId: number; versionId: number };

  @Field(() => Answer, { description: 'What was written before that version; it may hold for it or not.' })
  answer?: Answer;

  @Field(() => ProductVersion, { description: 'For which nobody has said yet whether it holds.' })
  version?: ProductVersion;
}

export const AnswerToReviewConnection = connectionOf<AnswerToReview>('AnswerToReview', () => AnswerToReview);

@ObjectType({ description: 'The answer that was looked at.' })
export class AnswerCheckPayload {
  @Field(() => Answer, { description: 'As it is now.' })
  answer: Answer;
}

export function toStaleReason({ kind, since, detail }: StaleReasonRow): StaleReason {
  const { votes = null, notHelpful = null, answers = null, dueOn = null, lookedAt } = detail;
  return {
    ...{ detail, kind, since, votes, notHelpful, answers, dueOn },
    lookedAt: lookedAt === undefined ? null : new Date(lookedAt),
  };
}
