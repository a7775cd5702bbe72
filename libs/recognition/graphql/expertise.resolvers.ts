import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User, accountFromJson, toUser } from '#libs/accounts';
import { TagByNameLoader, toTag } from '#libs/forum';
import { encodeCursor, permits } from '#libs/kernel';
import { Article, ArticleConnection, ArticleLoader } from '#libs/knowledge';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { recognitionPolicies } from '../application/policies.js';
import { Spotlight } from '../application/spotlight.js';
import type { Period } from '../domain/expertise.js';
import { ExpertiseQueries } from '../persistence/expertise.queries.js';
import { RenownLoader, TagLoader } from './recognition.loaders.js';
import * as types from './recognition.types.js';

@Resolver()
export class ExpertiseQueriesResolver {
  constructor(
    private readonly queries: ExpertiseQueries,
    private readonly tagsByName: TagByNameLoader,
  ) {}

  @Query(() => types.TopHelperConnection, {
    description:
      'Peers who helped most, counted every hour. Nobody for a tag that is not there. The company’s own people are ' +
      'not among them.',
  })
  @Access(recognitionPolicies.read)
  async topHelpers(
    @Context() context: RequestContext,
    @Args() { first, after }: PageArgs,
    @Args('tag', { type: () => String, nullable: true, description: 'Only with this tag, by name.' })
    tag?: string | null,
    @Args('period', {
      type: () => types.PeriodEnum,
      nullable: true,
      defaultValue: 'ALL',
      description: 'What of their help counts.',
    })
    period?: Period | null,
  ): Promise<Connection<types.TopHelper>> {
    const size = requirePageSize(first);
    const found = tag == null ? null : await this.tagsByName.load(context, tag);
    if (tag != null && !found) return toConnection(NOBODY, { after, cursor: String, node: (row) => row });
    const tagId = found ? Number(found.id.slice(2)) : null;
    const page = await this.queries.topHelpers(tagId, period ?? 'ALL', { first: size, after });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.helperCursor(row),
      node: ({ helper, place, score, solutions }) => ({
        user: toUser(accountFromJson(helper)),
        place: place ?? 0,
        score,
        solutions,
      }),
    });
  }
}

const NOBODY = { rows: [] as types.TopHelper[], hasNextPage: false };

@Resolver(() => User)
@AccessAsParent()
export class PersonExpertiseResolver {
  constructor(
    private readonly queries: ExpertiseQueries,
    private readonly renown: RenownLoader,
    private readonly articles: ArticleLoader,
    private readonly spotlight: Spotlight,
  ) {}

  @ResolveField(() => types.TopicConnection, {
    description: 'What they know about, the strongest first; counted every hour.',
  })
  async topics(
    @Parent() { accountId }: User,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.Topic>> {
    const page = await this.queries.topics(accountId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.topicCursor(row),
      node: ({ tag, score, solutions, place }) => ({ tag: toTag(tag), score, solutions, place }),
    });
  }

  @ResolveField(() => [types.AnswerLanguage], {
    description: 'Languages of the questions that they answered, those with most answers first.',
  })
  async languages(
    @Parent() { accountId }: User,
    @Context() context: RequestContext,
  ): Promise<types.AnswerLanguage[]> {
    return (await this.renown.load(context, accountId)).languages;
  }

  @ResolveField(() => ArticleConnection, {
    description: 'Published FAQ articles that somebody else made of their answers, the latest first.',
  })
  async articlesMade(
    @Parent() { accountId }: User,
    @Context() context: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<Article>> {
    const page = await this.queries.articlesMade(accountId, { first: requirePageSize(first), after });
    const articles = await Promise.all(
      page.rows.map(({ articleId }) => this.articles.load(context, articleId)),
    );
    const rows = page.rows.flatMap((row, index) => {
      const article = articles[index];
      return article ? [{ ...row, article }] : [];
    });
    return toConnection(
      { rows, hasNextPage: page.hasNextPage },
      {
        after,
        cursor: (row) => encodeCursor('articles-made', [row.publishedAt.toISOString(), row.articleId]),
        node: ({ article }) => article,
      },
    );
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether they may be introduced on the first page. For oneself; null for everybody else.',
  })
  @Access(recognitionPolicies.readOwnSpotlight)
  isWillingForSpotlight(
    @Parent() user: User,
    @Context() { viewer }: RequestContext,
  ): Promise<boolean> | null {
    const isOwn = permits(recognitionPolicies.readOwnSpotlight, viewer, user);
    return isOwn ? this.spotlight.isWilling(user.accountId) : null;
  }
}

@Resolver()
export class SpotlightResolver {
  constructor(
    private readonly spotlights: Spotlight,
    private readonly accounts: AccountLoader,
    private readonly tags: TagLoader,
  ) {}

  @Query(() => types.SpotlightView, {
    nullable: true,
    description:
      'Introduces somebody who helped in the last month, another one each day, in turn. Null while nobody did, or ' +
      'nobody wants it.',
  })
  @Access(recognitionPolicies.read)
  async spotlight(@Context() context: RequestContext): Promise<types.SpotlightView | null> {
    const row = await this.spotlights.today();
    const user = row && (await this.accounts.load(context, row.accountId));
    if (!user || user.isStaff) return null;
    const topics = await Promise.all(row.tagIds.map((id) => this.tags.load(context, id)));
    return { user, day: row.day, solutions: row.solutions, topics: topics.filter((tag) => tag !== null) };
  }

  @Mutation(() => types.SetSpotlightPayload, {
    description: 'Chooses whether one may be introduced on the first page; from the next moment on.',
  })
  @Access(recognitionPolicies.chooseSpotlight)
  async setSpotlight(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SetSpotlightInput, description: 'What one wants.' })
    { isWilling }: types.SetSpotlightInput,
  ): Promise<types.SetSpotlightPayload> {
    const accountId = await this.spotlights.setWilling(context.viewer, isWilling);
    const user = await this.accounts.load(context, accountId);
    if (!user) throw new Error('the account vanished while its choice was kept');
    return { user };
  }
}
