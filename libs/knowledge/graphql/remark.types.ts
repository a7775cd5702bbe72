import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import { FEEDBACK_REASONS } from '../domain/feedback.js';
import type { FeedbackReason } from '../domain/feedback.js';
import type { RemarkRow } from '../persistence/remark.queries.js';

export const FeedbackReasonEnum = Object.fromEntries(FEEDBACK_REASONS.map((reason) => [reason, reason])) as {
  [Reason in FeedbackReason]: Reason;
};
registerEnumType(FeedbackReasonEnum, {
  name: 'FeedbackReason',
  description: 'What was wrong with an article that did not help.',
  valuesMap: {
    OUTDATED: { description: 'It is not like that any more.' },
    UNCLEAR: { description: 'I do not understand it.' },
    INCOMPLETE: { description: 'Something is missing.' },
    WRONG: { description: 'I did as it says and it does not work.' },
    DID_NOT_APPLY: { description: 'It is about something else than my problem.' },
    OTHER: { description: 'See the comment.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'What a reader has said of an article beyond yes and no. Nobody learns who they were.',
})
export class ArticleRemark extends Node {
  /** For the field resolvers; not part of the schema. */
  row: RemarkRow;

  @Field(() => Boolean, { description: 'Whether the article helped.' })
  helpful: boolean;

  @Field(() => FeedbackReasonEnum, {
    nullable: true,
    description: 'What was wrong; null if it helped, or if they did not say.',
  })
  reason: FeedbackReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'Their own words, plain text; null if they gave none.',
  })
  comment: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the article that was on the page; null if it is not known.',
  })
  version: number | null;

  @Field(() => Date, { description: 'When they said so last, UTC.' })
  saidAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When a curator settled it, UTC; null while it is open.',
  })
  resolvedAt: Date | null;
}

export const ArticleRemarkConnection = connectionOf<ArticleRemark>('ArticleRemark', () => ArticleRemark);

@ArgsType()
export class ArticleRemarksArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only those on this article.' })
  articleId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Those that are settled instead.',
  })
  resolved?: boolean | null;
}

@InputType({ description: 'A remark, and whether it is settled.' })
export class ResolveFeedbackInput {
  @Field(() => ID, { description: 'The remark of a reader.' })
  remarkId: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'False takes it back.' })
  resolved?: boolean | null;
}

@ObjectType({ description: 'The remark that was settled or opened again.' })
export class ArticleRemarkPayload {
  @Field(() => ArticleRemark, { description: 'As it is now.' })
  remark: ArticleRemark;
}

export function toRemark(row: RemarkRow): ArticleRemark {
  const { helpful, reason, comment, version, saidAt, resolvedAt } = row;
  return {
    id: globalId('articleRemark', row.id),
    row,
    helpful,
    reason,
    comment,
    version,
    saidAt,
    resolvedAt,
  };
}
