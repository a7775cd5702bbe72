import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { ForumPayloads } from '#libs/forum';
import { UserInputError, authorise, encodeCursor, idOrNull, requireId } from '#libs/kernel';
import { Access, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { AnswerChecks } from '../application/answer-checks.js';
import { ArticleCare } from '../application/article-care.js';
import { Confirmation } from '../application/confirmation.js';
import { knowledgePolicies } from '../application/policies.js';
import { StaleRuleSettings } from '../application/stale-rules.js';
import { Staleness } from '../application/staleness.js';
import { FreshnessQueries } from '../persistence/freshness.queries.js';
import { ArticlePayload } from './article.inputs.js';
import { ArticlePayloads } from './article.payloads.js';
import { Article, ArticleConnection, toArticle } from './article.types.js';
import * as types from './freshness.types.js';

/** What asks to be looked at. */
@Resolver()
export class FreshnessQueriesResolver {
  constructor(
    private readonly freshness: FreshnessQueries,
    private readonly staleness: Staleness,
    private readonly accounts: AccountLoader,
  ) {}

  @Query(() => ArticleConnection, {
    description: 'By STAFF and ADMIN: articles that may not be true any more; those that wait longest first.',
  })
  @Access(knowledgePolicies.curate)
  async staleArticles(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, ownerId, unowned, kind }: types.StaleArticlesArgs,
  ): Promise<Connection<Article>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const filter = {
      ownerId: ownerId == null ? null : requireId(ownerId, 'account'),
      isUnowned: unowned ?? false,
      kind,
    };
    const page = await this.freshness.stale(filter, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('stale-articles', [row.staleSince.toISOString(), row.articleId]),
      node: toArticle,
    });
  }

  @Query(() => types.AnswerToReviewConnection, {
    description:
      'By STAFF and ADMIN: accepted and official answers that a new version of their product may have ' +
      'made untrue. One that holds is confirmed for the version; of one that does not, what it applies to ' +
      'is changed.',
  })
  @Access(knowledgePolicies.curate)
  async answersToReview(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, productId }: types.AnswersToReviewArgs,
  ): Promise<Connection<types.AnswerToReview>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const product = productId == null ? null : requireId(productId, 'product');
    const page = await this.freshness.answersToReview(product, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: ({ answerId }) => encodeCursor('answers-to-review', [answerId]),
      node: (row) => ({ row }),
    });
  }

  @Query(() => [User], { description: 'By STAFF and ADMIN: those who may look after articles, by name.' })
  @Access(knowledgePolicies.curate)
  async curators(@Context() context: RequestContext): Promise<User[]> {
    authorise(knowledgePolicies.curate, context.viewer, undefined);
    const ids = await this.freshness.curators();
    const people = await Promise.all(ids.map((id) => this.accounts.load(context, id)));
    return people.filter((person) => person !== null);
  }

  @Query(() => types.StaleRulesView, { description: 'For STAFF and ADMIN: the rules that are in force.' })
  @Access(knowledgePolicies.curate)
  staleRules(@Context() { viewer }: RequestContext): Promise<types.StaleRulesView> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    return this.staleness.rules();
  }
}

/** What curators do about it. */
@Resolver()
export class FreshnessMutationsResolver {
  constructor(
    private readonly care: ArticleCare,
    private readonly confirmation: Confirmation,
    private readonly answerChecks: AnswerChecks,
    private readonly payloads: ArticlePayloads,
    private readonly forumPayloads: ForumPayloads,
  ) {}

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: who looks after an article, when it is looked at again, and what it applies ' +
      'to. At once, without a version.',
  })
  @Access(knowledgePolicies.curate)
  async setArticleCare(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.SetArticleCareInput,
      description: 'The article, and what is to change.',
    })
    input: types.SetArticleCareInput,
  ): Promise<ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.care.set(context.viewer, id, { ...input, ownerId: ownerOf(input.ownerId) });
    return this.payloads.asReadersSee(context, id);
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: I have looked at the article as readers see it, and it is true. Settles every ' +
      'stale reason, and says that it was compared with its answers. CONFLICT for one that readers do not ' +
      'see.',
  })
  @Access(knowledgePolicies.curate)
  async confirmArticle(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.ConfirmArticleInput,
      description: 'The article, and what was looked at.',
    })
    input: types.ConfirmArticleInput,
  ): Promise<ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.confirmation.confirm(context.viewer, id, {
      ...input,
      toVersionId: input.toVersionId == null ? null : (idOrNull(input.toVersionId, 'productVersion') ?? 0),
      seen: input.seen?.map(({ answerId, revision }) => ({
        answerId: requireId(answerId, 'answer'),
        revision,
      })),
    });
    return this.payloads.asReadersSee(context, id);
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: the article is not true any more. Readers are told that it is being checked. ' +
      'CONFLICT for one that readers do not see.',
  })
  @Access(knowledgePolicies.curate)
  async markArticleStale(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.MarkArticleStaleInput,
      description: 'The article, and what is no longer true.',
    })
    input: types.MarkArticleStaleInput,
  ): Promise<ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.care.markStale(context.viewer, id, input.remark);
    return this.payloads.asReadersSee(context, id);
  }

  @Mutation(() => types.AnswerCheckPayload, {
    description: 'By STAFF and ADMIN: the answer holds for this version of its product too.',
  })
  @Access(knowledgePolicies.curate)
  async confirmAnswerForVersion(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.ConfirmAnswerForVersionInput,
      description: 'The answer and the version.',
    })
    input: types.ConfirmAnswerForVersionInput,
  ): Promise<types.AnswerCheckPayload> {
    const id = requireId(input.answerId, 'answer');
    await this.answerChecks.confirm(context.viewer, id, requireId(input.versionId, 'productVersion'));
    return this.forumPayloads.answer(context, id);
  }
}

@Resolver()
export class StaleRulesResolver {
  constructor(
    private readonly settings: StaleRuleSettings,
    private readonly staleness: Staleness,
  ) {}

  @Mutation(() => types.StaleRulesPayload, {
    description: 'For ADMIN. Changes what is given and keeps the rest; every article is looked at anew.',
  })
  @Access(knowledgePolicies.configure)
  async updateStaleRules(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.UpdateStaleRulesInput, description: 'The rules that are to change.' })
    input: types.UpdateStaleRulesInput,
  ): Promise<types.StaleRulesPayload> {
    const { feedback, drift, ageMonths, version } = input;
    await this.settings.update(viewer, {
      ...(feedback != null && { feedback }),
      ...(drift != null && { drift }),
      ...(ageMonths !== undefined && { ageMonths }),
      ...(version != null && { version }),
    });
    return { rules: await this.staleness.rules() };
  }
}

function ownerOf(id: string | null | undefined): number | null | undefined {
  if (id == null) return id;
  const accountId = idOrNull(id, 'account');
  if (accountId === null) throw UserInputError.field('ownerId', 'Only staff can look after articles.');
  return accountId;
}
