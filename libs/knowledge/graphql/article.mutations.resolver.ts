import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { ArticleEditing } from '../application/editing.js';
import { ArticleFeedback } from '../application/feedback.js';
import { knowledgePolicies } from '../application/policies.js';
import { Promotion } from '../application/promotion.js';
import { Publication } from '../application/publication.js';
import { Writing } from '../application/writing.js';
import * as types from './article.inputs.js';
import { ArticlePayloads } from './article.payloads.js';

@Resolver()
export class ArticleMutationsResolver {
  constructor(
    private readonly promotion: Promotion,
    private readonly writing: Writing,
    private readonly editing: ArticleEditing,
    private readonly publication: Publication,
    private readonly feedback: ArticleFeedback,
    private readonly payloads: ArticlePayloads,
  ) {}

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: a draft article from any answer that can be seen. CONFLICT carries the ' +
      '`article` if there is one.',
  })
  @Access(knowledgePolicies.curate)
  async promoteAnswer(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.PromoteAnswerInput,
      description: 'The answer, and what is to differ from it.',
    })
    input: types.PromoteAnswerInput,
  ): Promise<types.ArticlePayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.latest(context, await this.promotion.promote(context.viewer, answerId, input));
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: one draft article of several answers, each of which keeps its place among the ' +
      'sources. Left out, the text is theirs, under the titles of their questions.',
  })
  @Access(knowledgePolicies.curate)
  async promoteAnswers(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.PromoteAnswersInput,
      description: 'The answers, and what is to differ from them.',
    })
    input: types.PromoteAnswersInput,
  ): Promise<types.ArticlePayload> {
    const { answerIds, ...text } = input;
    const ids = answerIds.map((id) => requireId(id, 'answer'));
    return this.payloads.latest(context, await this.promotion.promoteAll(context.viewer, ids, text));
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: a draft article that no answer is there for. Its author is named with it; ' +
      'nobody is credited.',
  })
  @Access(knowledgePolicies.curate)
  async createArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.CreateArticleInput, description: 'The text, and where it belongs.' })
    input: types.CreateArticleInput,
  ): Promise<types.ArticlePayload> {
    const { gapId, categoryIds, ...article } = input;
    const id = await this.writing.write(context.viewer, {
      ...article,
      gapId: gapId == null ? null : requireId(gapId, 'knowledgeGap'),
      categoryIds: categoryIds?.map((category) => requireId(category, 'category')),
    });
    return this.payloads.latest(context, id);
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: a new version, which has no approval. Readers of a published article see it ' +
      'once it is published. An edit also says that the article was compared with its answers as they are ' +
      'now. CONFLICT if somebody else has edited meanwhile.',
  })
  @Access(knowledgePolicies.curate)
  async editArticle(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.EditArticleInput,
      description: 'The version that was edited, and what is to change.',
    })
    input: types.EditArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.editing.edit(context.viewer, id, input);
    return this.payloads.latest(context, id);
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: gives readers the newest version, and credits the authors of its answers. ' +
      'CONFLICT if the site wants a review that is missing (`missing` is REVIEW), or one of its answers ' +
      'has become part of another `article`.',
  })
  @Access(knowledgePolicies.curate)
  async publishArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PublishArticleInput, description: 'The article.' })
    input: types.PublishArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.publication.publish(context.viewer, id);
    return this.payloads.asReadersSee(context, id);
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'By STAFF and ADMIN: takes it away from readers, and the credit for it from the authors. It can be ' +
      'published again; doing so twice changes nothing.',
  })
  @Access(knowledgePolicies.curate)
  async archiveArticle(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.PublishArticleInput, description: 'The article.' })
    input: types.PublishArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.publication.archive(context.viewer, id);
    return this.payloads.asReadersSee(context, id);
  }

  @Mutation(() => types.ArticlePayload, {
    description:
      'Was this helpful? Guests may say so too, everybody once; saying it again replaces it. CONFLICT for ' +
      'an article that is not public; RATE_LIMITED beyond 30 an hour from the address of guests.',
  })
  @Access(knowledgePolicies.rate)
  async rateArticle(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.RateArticleInput,
      description: 'The article, and what the reader says of it.',
    })
    input: types.RateArticleInput,
  ): Promise<types.ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.feedback.rate(context, id, input);
    return this.payloads.asReadersSee(context, id);
  }
}
