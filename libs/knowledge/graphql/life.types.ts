import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Answer, DiffLine, Question } from '#libs/forum';
import { REVIEW_STATES } from '../domain/review.js';
import type { ReviewState } from '../domain/review.js';
import { SCHEDULE_PROBLEMS } from '../domain/schedule.js';
import type { ScheduleProblem } from '../domain/schedule.js';
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
  description: 'What a second pair of eyes said of one version of an article.',
});

@ObjectType({ description: 'What was asked for, and decided, about one version of an article.' })
export class ArticleReview {
  /** For the field resolvers; not part of the schema. */
  row: ReviewRow;

  @Field(() => Int, { description: 'The version that it is about.' })
  version: number;

  @Field(() => ReviewStateEnum, { description: 'What was said last.' })
  state: ReviewState;

  @Field(() => Date, { description: 'When it was asked for, UTC.' })
  requestedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When the reviewer decided, UTC; null while they have not.',
  })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The reviewer’s words; null if they gave none.' })
  remark: string | null;
}

export function toReview(row: ReviewRow): ArticleReview {
  const { version, state, requestedAt, decidedAt, remark } = row;
  return { row, version, state, requestedAt, decidedAt, remark };
}

export const ScheduleProblemEnum = Object.fromEntries(SCHEDULE_PROBLEMS.map((kind) => [kind, kind])) as {
  [Kind in ScheduleProblem]: Kind;
};
registerEnumType(ScheduleProblemEnum, {
  name: 'ScheduleProblem',
  description: 'Why something could not be published when it was due.',
  valuesMap: {
    REVIEW_MISSING: { description: 'Nobody other than its author has approved the version.' },
    ANSWER_ELSEWHERE: { description: 'An answer that it was made of is in another article by now.' },
    NOT_A_CURATOR: { description: 'Whoever set the time does not curate any more.' },
    OTHER: { description: 'Something else: `problem` says what.' },
  },
});

@ObjectType({ description: 'The publication of an article at a time to come.' })
export class ArticleSchedule {
  /** For the field resolver; not part of the schema. */
  row: ScheduleRow;

  @Field(() => Date, { description: 'When, UTC; within the next minute.' })
  publishAt: Date;

  @Field(() => ScheduleProblemEnum, {
    nullable: true,
    description:
      'Why it could not be published when it was due; it is tried again every minute. Null while nothing ' +
      'stands in its way.',
  })
  problemKind: ScheduleProblem | null;

  @Field(() => String, { nullable: true, description: 'The same in an English sentence, with more detail.' })
  problem: string | null;
}

export function toSchedule(row: ScheduleRow): ArticleSchedule {
  const { publishAt, problemKind, problem } = row;
  return { row, publishAt, problemKind, problem };
}

@ObjectType({
  description: 'An answer that an article was made of: what it said then, and what it says today.',
})
export class ArticleSource {
  @Field(() => Answer, { description: 'The answer, as far as the viewer may see it.' })
  answer: Answer;

  @Field(() => Question, { description: 'The question that it answers.' })
  question: Question;

  @Field(() => Int, { description: 'The revision that the article was made from, or last compared with.' })
  pinnedRevision: number;

  @Field(() => String, { description: 'The text of that revision, Markdown.' })
  pinnedBody: string;

  @Field(() => Int, { description: 'The revision of the answer as it is today.' })
  currentRevision: number;

  @Field(() => String, { description: 'What the answer says today, Markdown.' })
  currentBody: string;

  @Field(() => Boolean, { description: 'The answer was edited, and nobody has compared the article since.' })
  hasDrifted: boolean;

  @Field(() => [DiffLine], {
    description: 'From the pinned text to the current one; empty if they are the same.',
  })
  diff: DiffLine[];
}

@InputType({ description: 'Names an article.' })
export class ArticleInput {
  @Field(() => ID, { description: 'The article, in whichever status.' })
  articleId: string;
}

@InputType({ description: 'The version that readers may see.' })
export class ApproveArticleInput extends ArticleInput {
  @Field(() => Int, { description: 'The version that was read. If there is a newer one: CONFLICT.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'For its author, up to 2,000 characters.' })
  remark?: string | null;
}

@InputType({ description: 'The version that readers should not see like this, and why.' })
export class RequestChangesInput extends ArticleInput {
  @Field(() => Int, { description: 'The version that was read. If there is a newer one: CONFLICT.' })
  expectedVersion: number;

  @Field(() => String, { description: 'What should change, in up to 2,000 characters.' })
  remark: string;
}

@InputType({ description: 'An article, and when it is to become public.' })
export class SchedulePublicationInput extends ArticleInput {
  @Field(() => Date, { description: 'Within the 366 days to come, else BAD_USER_INPUT.' })
  at: Date;
}

@InputType({ description: 'An earlier version of an article, whose text is wanted again.' })
export class RestoreArticleVersionInput extends ArticleInput {
  @Field(() => Int, { description: 'The version whose text is wanted again; NOT_FOUND if there is none.' })
  number: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The newest version that was seen. If there is a newer one: CONFLICT with `current`.',
  })
  expectedVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; says which version it was if left out.',
  })
  reason?: string | null;
}

@InputType({ description: 'An article, and the address that it is to have.' })
export class ChangeArticleSlugInput extends ArticleInput {
  @Field(() => String, {
    description: 'Kept in lower case and joined by hyphens. The old address leads to the article as before.',
  })
  slug: string;
}

@InputType({ description: 'An article, and an answer that it is made of.' })
export class ArticleSourceInput extends ArticleInput {
  @Field(() => ID, { description: 'The answer.' })
  answerId: string;
}

@InputType({ description: 'An article, and an answer that it is made of from now on.' })
export class AddArticleSourceInput extends ArticleSourceInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Also if a colleague holds the candidate; without it: CONFLICT with the `holder`.',
  })
  force?: boolean | null;
}

@InputType({ description: 'A revision of an answer that was compared with an article.' })
export class SeenRevisionInput {
  @Field(() => ID, { description: 'An answer behind the article.' })
  answerId: string;

  @Field(() => Int, { description: 'The `currentRevision` that was looked at.' })
  revision: number;
}

@InputType({ description: 'What an article was compared with.' })
export class ConfirmSourcesInput extends ArticleInput {
  @Field(() => [SeenRevisionInput], {
    nullable: true,
    description:
      'What was compared. CONFLICT if an answer was edited once more meanwhile; without it, the answers ' +
      'as they are now.',
  })
  seen?: SeenRevisionInput[] | null;
}
