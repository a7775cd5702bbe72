import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { NotFoundError, authorise, encodeCursor, requireId } from '#libs/kernel';
import { Access, AccessAsParent, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { Remarks } from '../application/remarks.js';
import { RemarkQueries } from '../persistence/remark.queries.js';
import { ArticleLoader } from './article.loaders.js';
import { Article } from './article.types.js';
import * as types from './remark.types.js';

/** The remarks of readers, for curators. */
@Resolver()
export class RemarksResolver {
  constructor(
    private readonly queries: RemarkQueries,
    private readonly remarks: Remarks,
  ) {}

  @Query(() => types.ArticleRemarkConnection, {
    description: 'By STAFF and ADMIN: what readers say of articles, the newest first.',
  })
  @Access(knowledgePolicies.curate)
  async articleRemarks(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, articleId, resolved }: types.ArticleRemarksArgs,
  ): Promise<Connection<types.ArticleRemark>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const page = await this.queries.page(
      {
        articleId: articleId == null ? null : requireId(articleId, 'article'),
        isResolved: resolved ?? false,
      },
      { first: requirePageSize(first), after },
    );
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('article-remarks', [row.saidAt.toISOString(), row.id]),
      node: types.toRemark,
    });
  }

  @Mutation(() => types.ArticleRemarkPayload, {
    description:
      'By STAFF and ADMIN: settles a remark, or takes that back. What is settled is not held against the ' +
      'article.',
  })
  @Access(knowledgePolicies.curate)
  async resolveFeedback(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.ResolveFeedbackInput, description: 'The remark.' })
    input: types.ResolveFeedbackInput,
  ): Promise<types.ArticleRemarkPayload> {
    const id = requireId(input.remarkId, 'articleRemark');
    await this.remarks.resolve(viewer, id, input.resolved ?? true);
    const [row] = await this.queries.byIds([id]);
    if (!row) throw new NotFoundError('This remark');
    return { remark: types.toRemark(row) };
  }
}

@Resolver(() => types.ArticleRemark)
@AccessAsParent()
export class RemarkFieldsResolver {
  constructor(
    private readonly articles: ArticleLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => Article, { description: 'The article that it is about.' })
  async article(
    @Parent() { row }: types.ArticleRemark,
    @Context() context: RequestContext,
  ): Promise<Article> {
    const article = await this.articles.load(context, row.articleId);
    if (!article) throw new NotFoundError('This article');
    return article;
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'The curator who settled it; null while it is open, and once their account was erased.',
  })
  resolvedBy(
    @Parent() { row }: types.ArticleRemark,
    @Context() context: RequestContext,
  ): Promise<User | null> | null {
    return row.resolvedBy === null ? null : this.accounts.load(context, row.resolvedBy);
  }
}
