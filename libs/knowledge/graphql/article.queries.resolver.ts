import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { TAGS, tagName } from '#libs/forum';
import { UserInputError, authorise, encodeCursor, permits } from '#libs/kernel';
import { Access, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { ArticleQueries } from '../persistence/article.queries.js';
import { CandidateQueries } from '../persistence/candidate.queries.js';
import { ArticlesArgs } from './article.inputs.js';
import { Article, ArticleConnection, toArticle } from './article.types.js';
import { PromotionCandidate, PromotionCandidateConnection, toCandidate } from './candidate.types.js';

@Resolver()
export class ArticleQueriesResolver {
  constructor(
    private readonly queries: ArticleQueries,
    private readonly candidates: CandidateQueries,
  ) {}

  @Query(() => Article, {
    nullable: true,
    description: 'Null also for an article that is not for the viewer to see: drafts are for curators.',
  })
  @Access(knowledgePolicies.browse)
  async article(
    @Context() { viewer }: RequestContext,
    @Args('slug', { type: () => String }) slug: string,
  ): Promise<Article | null> {
    const row = await this.queries.bySlug(slug);
    return row && permits(knowledgePolicies.read, viewer, row) ? toArticle(row) : null;
  }

  @Query(() => ArticleConnection, { description: 'The last changed first.' })
  @Access(knowledgePolicies.browse)
  async articles(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, ...filter }: ArticlesArgs,
  ): Promise<Connection<Article>> {
    const status = filter.status ?? 'PUBLISHED';
    if (!permits(knowledgePolicies.read, viewer, { status })) {
      authorise(knowledgePolicies.curate, viewer, undefined);
    }
    const page = await this.queries.list(
      viewer,
      { status, tags: tagNames(filter.tags) },
      { first: requirePageSize(first), after },
    );
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('articles', [row.updatedAt.toISOString(), row.articleId]),
      node: toArticle,
    });
  }

  @Query(() => PromotionCandidateConnection, { description: 'By STAFF and ADMIN. The most pressing first.' })
  @Access(knowledgePolicies.curate)
  async promotionCandidates(
    @Context() { viewer }: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<PromotionCandidate>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const page = await this.candidates.page({ first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('candidates', [row.priority, row.answerId]),
      node: toCandidate,
    });
  }
}

function tagNames(tags: readonly string[] | null | undefined): string[] {
  const names = [...new Set((tags ?? []).map(tagName))];
  if (names.length > TAGS.max) {
    throw UserInputError.field('tags', `Please filter by ${TAGS.max} tags at most.`);
  }
  return names;
}
