import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import type { ArticleStatus } from '../domain/article.js';
import { Article, ArticleStatusEnum } from './article.types.js';

@ArgsType()
export class ArticlesArgs extends PageArgs {
  @Field(() => ArticleStatusEnum, {
    nullable: true,
    defaultValue: 'PUBLISHED',
    description: 'DRAFT and ARCHIVED are for STAFF and ADMIN.',
  })
  status?: ArticleStatus | null;

  @Field(() => [String], { nullable: true, description: 'All of them; up to 5.' })
  tags?: string[] | null;
}

@InputType()
export class PromoteAnswerInput {
  @Field(() => ID)
  answerId: string;

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
}

@InputType()
export class EditArticleInput {
  @Field(() => ID)
  articleId: string;

  @Field(() => Int, {
    description:
      'The `workingCopy.version` that was edited. If there is a newer one: CONFLICT with `current`.',
  })
  expectedVersion: number;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { nullable: true })
  body?: string | null;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown with the version.',
  })
  reason?: string | null;
}

@InputType()
export class PublishArticleInput {
  @Field(() => ID)
  articleId: string;
}

@InputType()
export class RateArticleInput {
  @Field(() => ID)
  articleId: string;

  @Field(() => Boolean)
  helpful: boolean;
}

@ObjectType()
export class ArticlePayload {
  @Field(() => Article)
  article: Article;
}
