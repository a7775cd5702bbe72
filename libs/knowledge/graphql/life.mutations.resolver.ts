import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { ArticleSources } from '../application/article-sources.js';
import { ArticleEditing } from '../application/editing.js';
import { knowledgePolicies } from '../application/policies.js';
import { Reviews } from '../application/reviews.js';
import { Scheduling } from '../application/scheduling.js';
import { ArticleSlugs } from '../application/slugs.js';
import { ArticlePayload } from './article.inputs.js';
import { ArticlePayloads } from './article.payloads.js';
import * as types from './life.types.js';

/** What curators do with an article besides writing it. */
@Resolver()
export class ArticleLifeMutationsResolver {
  constructor(
    private readonly reviews: Reviews,
    private readonly scheduling: Scheduling,
    private readonly editing: ArticleEditing,
    private readonly slugs: ArticleSlugs,
    private readonly sources: ArticleSources,
    private readonly payloads: ArticlePayloads,
  ) {}

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: asks colleagues to look at the newest version; asking twice changes nothing. ' +
      'CONFLICT if readers see it already, or it is approved.',
  })
  @Access(knowledgePolicies.curate)
  requestReview(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ArticleInput, description: 'The article.' }) input: types.ArticleInput,
  ): Promise<ArticlePayload> {
    return this.after(context, input, (id) => this.reviews.request(context.viewer, id));
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: readers may see this version. FORBIDDEN for its author where the site requires ' +
      'a review; CONFLICT if there is a newer version, or nobody asked for a review. An edit makes a new ' +
      'version, which is not approved.',
  })
  @Access(knowledgePolicies.curate)
  approveArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ApproveArticleInput, description: 'The version that was read.' })
    input: types.ApproveArticleInput,
  ): Promise<ArticlePayload> {
    return this.after(context, input, (id) => this.reviews.approve(context.viewer, id, input));
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: says what should change before readers see this version. CONFLICT if there is ' +
      'a newer version, or nobody asked for a review.',
  })
  @Access(knowledgePolicies.curate)
  requestChanges(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.RequestChangesInput,
      description: 'The version that was read, and what to change.',
    })
    input: types.RequestChangesInput,
  ): Promise<ArticlePayload> {
    return this.after(context, input, (id) => this.reviews.requestChanges(context.viewer, id, input));
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: has the version that is the newest then published at this time, or as soon ' +
      'after as a required review is there. Replaces a time that was set before. CONFLICT if readers see ' +
      'the newest version already, or the article is archived.',
  })
  @Access(knowledgePolicies.curate)
  schedulePublication(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SchedulePublicationInput, description: 'The article and the time.' })
    input: types.SchedulePublicationInput,
  ): Promise<ArticlePayload> {
    return this.after(context, input, (id) => this.scheduling.schedule(context.viewer, id, input.at));
  }

  @Mutation(() => ArticlePayload, {
    description: 'By STAFF and ADMIN: takes the time away; where none is set, nothing changes.',
  })
  @Access(knowledgePolicies.curate)
  cancelScheduledPublication(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ArticleInput, description: 'The article.' }) input: types.ArticleInput,
  ): Promise<ArticlePayload> {
    return this.after(context, input, (id) => this.scheduling.cancel(context.viewer, id));
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: a new version with the text of an earlier one. Nothing in between is lost.',
  })
  @Access(knowledgePolicies.curate)
  restoreArticleVersion(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.RestoreArticleVersionInput,
      description: 'The article and the version.',
    })
    input: types.RestoreArticleVersionInput,
  ): Promise<ArticlePayload> {
    return this.after(context, input, (id) => this.editing.restore(context.viewer, id, input));
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: another address. `article(slug:)` goes on finding it by the old one; ' +
      'BAD_USER_INPUT for one that another article has or ever had.',
  })
  @Access(knowledgePolicies.curate)
  changeArticleSlug(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.ChangeArticleSlugInput,
      description: 'The article and its new address.',
    })
    input: types.ChangeArticleSlugInput,
  ): Promise<ArticlePayload> {
    return this.after(context, input, (id) => this.slugs.change(context.viewer, id, input.slug));
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: the article is made of this answer too; its author is credited while the ' +
      'article is public. CONFLICT if it is part of another `article`, if the article is archived or if ' +
      'it has 10 answers already.',
  })
  @Access(knowledgePolicies.curate)
  addArticleSource(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AddArticleSourceInput, description: 'The article and the answer.' })
    input: types.AddArticleSourceInput,
  ): Promise<ArticlePayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.after(context, input, (id) =>
      this.sources.add(context.viewer, id, answerId, { force: input.force ?? false }),
    );
  }

  @Mutation(() => ArticlePayload, {
    description: 'By STAFF and ADMIN: the article is made of this answer no more. The last one stays.',
  })
  @Access(knowledgePolicies.curate)
  removeArticleSource(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ArticleSourceInput, description: 'The article and the answer.' })
    input: types.ArticleSourceInput,
  ): Promise<ArticlePayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.after(context, input, (id) => this.sources.remove(context.viewer, id, answerId));
  }

  @Mutation(() => ArticlePayload, {
    description: 'By STAFF and ADMIN: the article was compared with its answers, and is still right.',
  })
  @Access(knowledgePolicies.curate)
  confirmSources(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.ConfirmSourcesInput,
      description: 'The article, and what it was compared with.',
    })
    input: types.ConfirmSourcesInput,
  ): Promise<ArticlePayload> {
    const seen = input.seen?.map(({ answerId, revision }) => ({
      answerId: requireId(answerId, 'answer'),
      revision,
    }));
    return this.after(context, input, (id) => this.sources.confirm(context.viewer, id, seen));
  }

  private async after(
    context: RequestContext,
    { articleId }: types.ArticleInput,
    work: (id: number) => Promise<void>,
  ): Promise<ArticlePayload> {
    const id = requireId(articleId, 'article');
    await work(id);
    return this.payloads.latest(context, id);
  }
}
