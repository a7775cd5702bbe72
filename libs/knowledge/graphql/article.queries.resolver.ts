import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { TAGS, tagName } from '#libs/forum';
import { UserInputError, authorise, encodeCursor, permits } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Access, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { READABLE_STATUSES } from '../domain/article.js';
import type { ReviewState } from '../domain/review.js';
import { ArticleQueries } from '../persistence/article.queries.js';
import { FaqQueries } from '../persistence/faq.queries.js';
import { ReviewQueries } from '../persistence/review.queries.js';
import { ArticlesArgs } from './article.inputs.js';
import { Article, ArticleConnection, toArticle } from './article.types.js';

@Resolver()
export class ArticleQueriesResolver {
  constructor(
    private readonly queries: ArticleQueries,
    private readonly faq: FaqQueries,
    private readonly reviews: ReviewQueries,
  ) {}

  @Query(() => Article, {
    nullable: true,
    description:
      'An article by its address, or one that it had before. Null also for an article that is not for the ' +
      'viewer to see: drafts are for curators.',
  })
  @Access(knowledgePolicies.browse)
  async article(
    @Context() { viewer }: RequestContext,
    @Args('slug', { type: () => String, description: 'The last part of its `path`, or of an earlier one.' })
    slug: string,
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
    if (filter.reviewState) return this.inReview(viewer, filter.reviewState, { first, after });
    const statuses = filter.status ? [filter.status] : READABLE_STATUSES;
    if (!statuses.every((status) => permits(knowledgePolicies.read, viewer, { status }))) {
      authorise(knowledgePolicies.curate, viewer, undefined);
    }
    const page = await this.faq.page(
      {
        statuses,
        tags: tagNames(filter.tags),
        preferring: filter.locale,
        isUncategorised: filter.uncategorised ?? false,
      },
      { first: requirePageSize(first), after },
    );
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('articles', [row.updatedAt.toISOString(), row.articleId]),
      node: toArticle,
    });
  }

  private async inReview(
    viewer: Viewer,
    state: ReviewState,
    { first, after }: Pick<ArticlesArgs, 'first' | 'after'>,
  ): Promise<Connection<Article>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    if (state === 'NONE') {
      throw UserInputError.field('reviewState', 'Please ask for one of the states of a review.');
    }
    const page = await this.reviews.list(state, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('articles.review', [row.reviewedAt.toISOString(), row.articleId]),
      node: toArticle,
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
