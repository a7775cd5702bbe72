import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { Answer, PostPermissions } from '#libs/forum';
import { permits } from '#libs/kernel';
import { AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { ArticleCountLoader, ArticleOfAnswerLoader } from './article.loaders.js';
import { Article } from './article.types.js';

/** What the FAQ adds to an answer. */
@Resolver(() => Answer)
@AccessAsParent()
export class AnswerArticleResolver {
  constructor(private readonly articles: ArticleOfAnswerLoader) {}

  @ResolveField(() => Article, {
    nullable: true,
    description: 'The FAQ article that was made from it, where the viewer may see it; none that is archived.',
  })
  article(@Parent() answer: Answer, @Context() context: RequestContext): Promise<Article | null> {
    return this.articles.load(context, answer.row.id);
  }
}

@Resolver(() => PostPermissions)
@AccessAsParent()
export class PromotionPermissionResolver {
  constructor(private readonly articles: ArticleOfAnswerLoader) {}

  @ResolveField(() => Boolean, {
    description: 'Answers only: make an FAQ article of it, unless there is one.',
  })
  async promote(@Parent() { row }: PostPermissions, @Context() context: RequestContext): Promise<boolean> {
    const isVisibleAnswer = row.kind === 'answer' && !row.isDeleted && !row.isQuestionDeleted;
    if (!isVisibleAnswer || !permits(knowledgePolicies.curate, context.viewer, undefined)) return false;
    return (await this.articles.load(context, row.id)) === null;
  }
}

@Resolver(() => User)
@AccessAsParent()
export class AuthorArticlesResolver {
  constructor(private readonly counts: ArticleCountLoader) {}

  @ResolveField(() => Int, { description: 'Published FAQ articles that were made of their answers.' })
  articleCount(@Parent() user: User, @Context() context: RequestContext): Promise<number> {
    return this.counts.load(context, user.accountId);
  }
}
