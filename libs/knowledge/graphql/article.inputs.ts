import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AppliesToInput } from '#libs/catalogue';
import { PageArgs } from '#libs/platform';
import type { ArticleStatus } from '../domain/article.js';
import type { FeedbackReason } from '../domain/feedback.js';
import type { ReviewState } from '../domain/review.js';
import { Article, ArticleStatusEnum } from './article.types.js';
import { FeedbackReasonEnum } from './remark.types.js';
import { ReviewStateEnum } from './life.types.js';

@ArgsType()
export class ArticlesArgs extends PageArgs {
  @Field(() => ArticleStatusEnum, {
    nullable: true,
    defaultValue: 'PUBLISHED',
    description:
      'DRAFT and ARCHIVED are for STAFF and ADMIN. Null: all that readers find, PUBLISHED and STALE.',
  })
  status?: ArticleStatus | null;

  @Field(() => [String], { nullable: true, description: 'All of them; up to 5.' })
  tags?: string[] | null;

  @Field(() => ReviewStateEnum, {
    nullable: true,
    description:
      'For STAFF and ADMIN: those whose newest version has this review and is not shown to readers yet, ' +
      'the longest waiting first. No other filter is looked at then.',
  })
  reviewState?: ReviewState | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The reader’s language, as a BCP 47 tag: each article comes once, in this language where it can be, ' +
      'else in its original one. Left out: every language by itself.',
  })
  locale?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that stand in no category.' })
  uncategorised?: boolean | null;
}

/** What promotions of one and of several answers have in common. */
@InputType({ isAbstract: true })
class PromotionTextInput {
  @Field(() => String, { nullable: true, description: '15 to 150 characters; the question’s if left out.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Markdown, 20 to 50,000 characters; the answer’s if left out.',
  })
  body?: string | null;

  @Field(() => [String], { nullable: true, description: 'Up to 5; the question’s if left out.' })
  tags?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'A name of the client’s choice: the mutation sent again with the same one acts once.',
  })
  clientMutationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Also if a colleague holds the candidate; without it: CONFLICT with the `holder`.',
  })
  force?: boolean | null;
}

@InputType({ description: 'The answer that an article is made of, and what is to differ from it.' })
export class PromoteAnswerInput extends PromotionTextInput {
  @Field(() => ID, { description: 'An answer that can be seen, accepted or not.' })
  answerId: string;
}

@InputType({ description: 'The answers that one article is made of, and what is to differ from them.' })
export class PromoteAnswersInput extends PromotionTextInput {
  @Field(() => [ID], {
    description:
      '1 to 10 answers, in the order in which they are to follow each other. The first one gives the ' +
      'title and the language.',
  })
  answerIds: string[];
}

@InputType({
  description:
    'An article that is written without an answer to make it of. BAD_USER_INPUT names every field that does not fit.',
})
export class CreateArticleInput {
  @Field(() => String, { description: '15 to 150 characters.' })
  title: string;

  @Field(() => String, { description: 'Markdown, 20 to 50,000 characters.' })
  body: string;

  @Field(() => [String], { nullable: true, description: 'Up to 5; none if left out.' })
  tags?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the text, as a BCP 47 tag; the site’s if left out.',
  })
  locale?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'The categories in which it is to stand, up to 5, of those that are offered.',
  })
  categoryIds?: string[] | null;

  @Field(() => [AppliesToInput], {
    nullable: true,
    description: 'What it applies to: each product once, 10 at most; everything if left out.',
  })
  appliesTo?: AppliesToInput[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The knowledge gap that it is to close: it becomes the author’s task, and is answered once the ' +
      'article is published. CONFLICT if it is finished, somebody else’s (`assignee`), or has an ' +
      '`article` that is being written.',
  })
  gapId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A name of the client’s choice: the mutation sent again with the same one acts once.',
  })
  clientMutationId?: string | null;
}

@InputType({ description: 'What is to change; what is left out stays.' })
export class EditArticleInput {
  @Field(() => ID, { description: 'The article, in whichever status.' })
  articleId: string;

  @Field(() => Int, {
    description:
      'The `workingCopy.version` that was edited. If there is a newer one: CONFLICT with `current`.',
  })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: '15 to 150 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, 20 to 50,000 characters.' })
  body?: string | null;

  @Field(() => [String], { nullable: true, description: 'All that it is to carry, up to 5.' })
  tags?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown with the version.',
  })
  reason?: string | null;
}

@InputType({ description: 'Names the article that readers get, or see no longer.' })
export class PublishArticleInput {
  @Field(() => ID, { description: 'The article.' })
  articleId: string;
}

@InputType({ description: 'What a reader says of an article.' })
export class RateArticleInput {
  @Field(() => ID, { description: 'An article that readers see; else NOT_FOUND, or CONFLICT for a curator.' })
  articleId: string;

  @Field(() => Boolean, { description: 'Whether it helped.' })
  helpful: boolean;

  @Field(() => FeedbackReasonEnum, {
    nullable: true,
    description: 'What was wrong, if it did not help. Left out, what was said before stays.',
  })
  reason?: FeedbackReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'For curators, in up to 500 characters of plain text. Left out, what was said before stays.',
  })
  comment?: string | null;
}

@ObjectType({ description: 'The article that was made or changed.' })
export class ArticlePayload {
  @Field(() => Article, { description: 'As it is now, with the text that was worked on.' })
  article: Article;
}
