import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { ArticleEditing } from '../application/editing.js';
import { ArticleFeedback } from '../application/feedback.js';
import { knowledgePolicies } from '../application/policies.js';
import { Promotion } from '../application/promotion.js';
import { Publication } from '../application/publication.js';
import * as types from './article.inputs.js';
import { ArticlePayloads } from './article.payloads.js';

@Resolver()
export class ArticleMutationsResolver {
  constructor(
    private readonly promotion: Promotion,
    private readonly editing: ArticleEditing,
    private readonly publication: Publication,
    private readonly feedback: ArticleFeedback,
    private readonly payloads: ArticlePayloads,
  ) {}

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: a draft article from any answer that can be seen. CONFLICT carries the `article` if there is one.',
  })
  @Access(knowledgePolicies.curate)
  async promoteAnswer(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PromoteAnswerInput }) input: types.PromoteAnswerInput,
  ): Promise<types.ArticlePayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.latest(context, await this.promotion.promote(context.viewer, answerId, input));
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: one draft article of several answers, each of which keeps its place among the sources. Left out, the text is theirs, under the titles of their questions.',
  })
  @Access(knowledgePolicies.curate)
  async promoteAnswers(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PromoteAnswersInput }) input: types.PromoteAnswersInput,
  ): Promise<types.ArticlePayload> {
    const { answerIds, ...text } = input;
    const ids = answerIds.map((id) => requireId(id, 'answer'));
    return this.payloads.latest(context, await this.promotion.promoteAll(context.viewer, ids, text));
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: a new version. Readers of a published article see it once it is published. An edit also says that the article was compared with its answer as it is now.',
  })
  @Access(knowledgePolicies.curate)
  async editArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.EditArticleInput }) input: types.EditArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.editing.edit(context.viewer, id, input);
    return this.payloads.latest(context, id);
  }

  @Mutation(() => types.ArticlePayload, {
    description: 'By STAFF and ADMIN: gives readers the newest version.',
  })
  @Access(knowledgePolicies.curate)
  async publishArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PublishArticleInput }) input: types.PublishArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.publication.publish(context.viewer, id);
    return this.payloads.asReadersSee(context, id);
  }

  @Mutation(() => types.ArticlePayload, {
    description: 'By STAFF and ADMIN: takes it away from readers. It can be published again.',
  })
  @Access(knowledgePolicies.curate)
  async archiveArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PublishArticleInput }) input: types.PublishArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.publication.archive(context.viewer, id);
    return this.payloads.asReadersSee(context, id);
  }

  @Mutation(() => types.ArticlePayload, {
    description: 'Was this helpful? Guests may say so too, everybody once; saying it again replaces it.',
  })
  @Access(knowledgePolicies.rate)
  async rateArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.RateArticleInput }) input: types.RateArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.feedback.rate(context, id, input);
    return this.payloads.asReadersSee(context, id);
  }
}
