import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Answer, DiffLine, Question } from '#libs/forum';
import { REVIEW_STATES } from '../domain/review.js';
import type { ReviewState } from '../domain/review.js';
import type { ReviewRow } from '../persistence/review.queries.js';
import type { ScheduleRow } from '../persistence/schedule.queries.js';

export const ReviewStateEnum = Object.fromEntries(REVIEW_STATES.map((state) => [state, state])) as {
  [State in ReviewState]: State;
};
registerEnumType(ReviewStateEnum, {
  name: 'ReviewState',
  valuesMap: {
    NONE: { description: 'Nobody was asked to look at this version (yet).' },
    REQUESTED: { description: 'Waits for a reviewer.' },
    APPROVED: { description: 'A reviewer says: readers may see it.' },
    CHANGES_REQUESTED: { description: 'A reviewer says what should change first.' },
  },
});

@ObjectType({ description: 'What was asked for, and decided, about one version of an article.' })
export class ArticleReview {
  /** For the field resolvers; not part of the schema. */
  row: ReviewRow;

  @Field(() => Int)
  version: number;

  @Field(() => ReviewStateEnum)
  state: ReviewState;

  @Field(() => Date)
  requestedAt: Date;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The reviewer’s words.' })
  remark: string | null;
}

export function toReview(row: ReviewRow): ArticleReview {
  const { version, state, requestedAt, decidedAt, remark } = row;
  return { row, version, state, requestedAt, decidedAt, remark };
}

@ObjectType({ description: 'The publication of an article at a time to come.' })
export class ArticleSchedule {
  /** For the field resolver; not part of the schema. */
  row: ScheduleRow;

  @Field(() => Date)
  publishAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be published when it was due; it is tried again every minute.',
  })
  problem: string | null;
}

export function toSchedule(row: ScheduleRow): ArticleSchedule {
  return { row, publishAt: row.publishAt, problem: row.problem };
}

@ObjectType({
  description: 'An answer that an article was made of: what it said then, and what it says today.',
})
export class ArticleSource {
  @Field(() => Answer)
  answer: Answer;

  @Field(() => Question)
  question: Question;

  @Field(() => Int, { description: 'The revision that the article was made from, or last compared with.' })
  pinnedRevision: number;

  @Field(() => String, { description: 'Markdown.' })
  pinnedBody: string;

  @Field(() => Int)
  currentRevision: number;

  @Field(() => String, { description: 'Markdown.' })
  currentBody: string;

  @Field(() => Boolean, { description: 'The answer was edited, and nobody has compared the article since.' })
  hasDrifted: boolean;

  @Field(() => [DiffLine], {
    description: 'From the pinned text to the current one; empty if they are the same.',
  })
  diff: DiffLine[];
}

@InputType()
export class ArticleInput {
  @Field(() => ID)
  articleId: string;
}

@InputType()
export class ApproveArticleInput extends ArticleInput {
  @Field(() => Int, { description: 'The version that was read. If there is a newer one: CONFLICT.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
  remark?: string | null;
}

@InputType()
export class RequestChangesInput extends ArticleInput {
  @Field(() => Int, { description: 'The version that was read. If there is a newer one: CONFLICT.' })
  expectedVersion: number;

  @Field(() => String, { description: 'What should change, in up to 2,000 characters.' })
  remark: string;
}

@InputType()
export class SchedulePublicationInput extends ArticleInput {
  @Field(() => Date, { description: 'Within the year to come.' })
  at: Date;
}

@InputType()
export class RestoreArticleVersionInput extends ArticleInput {
  @Field(() => Int, { description: 'The version whose text is wanted again.' })
  number: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The newest version that was seen. If there is a newer one: CONFLICT with `current`.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Why, in up to 300 characters.' })
  reason?: string | null;
}

@InputType()
export class ChangeArticleSlugInput extends ArticleInput {
  @Field(() => String, {
    description: 'Kept in lower case and joined by hyphens. The old address leads to the article as before.',
  })
  slug: string;
}

@InputType()
export class ArticleSourceInput extends ArticleInput {
  @Field(() => ID)
  answerId: string;
}

@InputType()
export class AddArticleSourceInput extends ArticleSourceInput {
  @Field(() => Boolean, { nullable: true, description: 'Also if a colleague holds the candidate.' })
  force?: boolean | null;
}

@InputType({ description: 'A revision of an answer that was compared with an article.' })
export class SeenRevisionInput {
  @Field(() => ID)
  answerId: string;

  @Field(() => Int)
  revision: number;
}

@InputType()
export class ConfirmSourcesInput extends ArticleInput {
  @Field(() => [SeenRevisionInput], {
    nullable: true,
    description:
      'What was compared. CONFLICT if an answer was edited once more meanwhile; without it, the answers as they are now.',
  })
  seen?: SeenRevisionInput[] | null;
}
