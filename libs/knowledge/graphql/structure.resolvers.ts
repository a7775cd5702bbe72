import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { authorise, encodeCursor, requireId } from '#libs/kernel';
import { Access, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { Shelving } from '../application/shelving.js';
import { Translations } from '../application/translations.js';
import { TranslationQueries } from '../persistence/translation.queries.js';
import { ArticlePayload } from './article.inputs.js';
import { ArticlePayloads } from './article.payloads.js';
import { Article, ArticleConnection, toArticle } from './article.types.js';
import * as types from './structure.types.js';

/** What there is in which language, and what is missing. */
@Resolver()
export class TranslationQueriesResolver {
  constructor(private readonly translations: TranslationQueries) {}

  @Query(() => [types.FaqLanguage], {
    description: 'The languages of the FAQ, those with the most articles first.',
  })
  @Access(knowledgePolicies.browse)
  async faqLanguages(): Promise<types.FaqLanguage[]> {
    const rows = await this.translations.languages();
    return rows.map(({ locale, count }) => ({ locale, articleCount: count }));
  }

  @Query(() => ArticleConnection, {
    description:
      'By STAFF and ADMIN: translations whose original has gone on, those that wait longest first.',
  })
  @Access(knowledgePolicies.curate)
  async outdatedTranslations(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, locale }: types.OutdatedTranslationsArgs,
  ): Promise<Connection<Article>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const page = await this.translations.outdated(
      { locale: locale ?? null },
      { first: requirePageSize(first), after },
    );
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('outdated-translations', [row.since.toISOString(), row.articleId]),
      node: toArticle,
    });
  }

  @Query(() => ArticleConnection, {
    description:
      'By STAFF and ADMIN: articles that are not in this language, not even as a draft; the most helpful ' +
      'first.',
  })
  @Access(knowledgePolicies.curate)
  async missingTranslations(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, locale }: types.MissingTranslationsArgs,
  ): Promise<Connection<Article>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const page = await this.translations.missing(locale, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('missing-translations', [row.helpfulCount, row.articleId]),
      node: toArticle,
    });
  }
}

@Resolver()
export class StructureMutationsResolver {
  constructor(
    private readonly translations: Translations,
    private readonly shelving: Shelving,
    private readonly payloads: ArticlePayloads,
  ) {}

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: a draft of the article in another language. CONFLICT carries the `article` if ' +
      'there is one, and also comes for an original that readers do not see.',
  })
  @Access(knowledgePolicies.curate)
  async translateArticle(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.TranslateArticleInput,
      description: 'The text, and what it translates.',
    })
    input: types.TranslateArticleInput,
  ): Promise<ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    return this.payloads.latest(context, await this.translations.translate(context.viewer, id, input));
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: the newest version of this translation was compared with its original, and ' +
      'says the same. Readers are told so once they see that version.',
  })
  @Access(knowledgePolicies.curate)
  async confirmTranslation(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.ConfirmTranslationInput,
      description: 'The translation, and what it was compared with.',
    })
    input: types.ConfirmTranslationInput,
  ): Promise<ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    await this.translations.confirm(context.viewer, id, input.originalVersion);
    return this.payloads.latest(context, id);
  }

  @Mutation(() => ArticlePayload, {
    description:
      'By STAFF and ADMIN: where the article, in all its languages, stands in the FAQ. At once, without a ' +
      'version.',
  })
  @Access(knowledgePolicies.curate)
  async setArticleCategories(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.SetArticleCategoriesInput,
      description: 'The article and its categories.',
    })
    input: types.SetArticleCategoriesInput,
  ): Promise<ArticlePayload> {
    const id = requireId(input.articleId, 'article');
    const categoryIds = input.categoryIds.map((categoryId) => requireId(categoryId, 'category'));
    await this.shelving.put(context.viewer, id, categoryIds);
    return this.payloads.asReadersSee(context, id);
  }
}
