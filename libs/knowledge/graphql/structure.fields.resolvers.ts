import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CatalogueQueries, Category, toCategory } from '#libs/catalogue';
import { revisionDiff } from '#libs/forum';
import { UserInputError, authorise, encodeCursor } from '#libs/kernel';
import { withAnchors } from '#libs/markdown';
import { Access, AccessAsParent, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { knowledgePolicies } from '../application/policies.js';
import { RelatedArticles } from '../application/related-articles.js';
import { groupOf, isOutdated } from '../domain/languages.js';
import { RELATED_AT_MOST } from '../domain/shelves.js';
import { VersionTextLoader } from './article.loaders.js';
import { Article, ArticleConnection, toArticle } from './article.types.js';
import {
  CategoriesOfGroupLoader,
  CategoryCountLoader,
  CategoryPageLoader,
  GroupLoader,
  OriginalChangesLoader,
  ShelfLoader,
} from './structure.loaders.js';
import { ArticleHeading, CategoryArticlesArgs, OriginalChange } from './structure.types.js';

const SHELF = { default: 5, max: 20 } as const;
/** A search for each article that nobody looked at lately, in rows. */
const COST_OF_A_SEARCH = 40;

/** An article among its translations. */
@Resolver(() => Article)
@AccessAsParent()
export class ArticleLanguagesResolver {
  constructor(
    private readonly groups: GroupLoader,
    private readonly texts: VersionTextLoader,
    private readonly changes: OriginalChangesLoader,
  ) {}

  @ResolveField(() => Article, {
    nullable: true,
    description: 'Of a translation; null of an original, and where the viewer may not see it.',
  })
  async original(@Parent() { row }: Article, @Context() context: RequestContext): Promise<Article | null> {
    if (row.translationOf === null) return null;
    const members = await this.groups.load(context, row.translationOf);
    return members.find((member) => member.row.articleId === row.translationOf) ?? null;
  }

  @ResolveField(() => [Article], {
    description:
      'The same article in other languages, as far as the viewer may see them; the original first.',
  })
  async translations(@Parent() { row }: Article, @Context() context: RequestContext): Promise<Article[]> {
    const members = await this.groups.load(context, groupOf(row));
    return members.filter((member) => member.row.articleId !== row.articleId);
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'The version of the original that the text shown here translates; null for an original.',
  })
  async translatedVersion(
    @Parent() { row, version }: Article,
    @Context() context: RequestContext,
  ): Promise<number | null> {
    if (row.translationOf === null || version === row.version) return row.translatedVersion;
    const text = await this.texts.load(context, { articleId: row.articleId, number: version });
    return text.translatedVersion;
  }

  @ResolveField(() => Boolean, {
    description: 'A translation whose original has gone on: readers of the original see something newer.',
  })
  async isOutdated(@Parent() article: Article, @Context() context: RequestContext): Promise<boolean> {
    const translatedVersion = await this.translatedVersion(article, context);
    return isOutdated({ translatedVersion, originalVersion: article.row.originalVersion });
  }

  @ResolveField(() => OriginalChange, {
    nullable: true,
    description:
      'For STAFF and ADMIN: what has changed in the original since the version that the newest version of ' +
      'this translation follows.',
  })
  @Access(knowledgePolicies.curate)
  async originalChange(
    @Parent() { row }: Article,
    @Context() context: RequestContext,
  ): Promise<OriginalChange | null> {
    authorise(knowledgePolicies.curate, context.viewer, undefined);
    if (row.translationOf === null) return null;
    const change = await this.changes.load(context, row.articleId);
    return change && { ...change, diff: revisionDiff(change.before, change.after) };
  }
}

/** An article in the order of the FAQ. */
@Resolver(() => Article)
@AccessAsParent()
export class ArticleStructureResolver {
  constructor(
    private readonly catalogue: CatalogueQueries,
    private readonly categoriesOf: CategoriesOfGroupLoader,
    private readonly relatedArticles: RelatedArticles,
    private readonly texts: VersionTextLoader,
  ) {}

  @ResolveField(() => [Category], {
    description: 'Where it stands in the FAQ; a translation stands where its original does.',
  })
  async categories(@Parent() { row }: Article, @Context() context: RequestContext): Promise<Category[]> {
    const ids = await this.categoriesOf.load(context, groupOf(row));
    const contents = await this.catalogue.current();
    return ids.flatMap((id) => contents.category(id) ?? []).map(toCategory);
  }

  @ResolveField(() => [Article], {
    description:
      'What its readers may want to read next: by shared tags and categories, and by likeness of the ' +
      'text; in its language where there is one. Up to 5.',
    complexity: COST_OF_A_SEARCH,
  })
  async related(
    @Parent() { row }: Article,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: RELATED_AT_MOST,
      description: 'How many at most, 1 to 5.',
    })
    first?: number | null,
  ): Promise<Article[]> {
    const rows = await this.relatedArticles.of(row, within(first, RELATED_AT_MOST, RELATED_AT_MOST));
    return rows.map(toArticle);
  }

  @ResolveField(() => [ArticleHeading], { description: 'The headings of the text, in its order.' })
  async headings(
    @Parent() { row, version }: Article,
    @Context() context: RequestContext,
  ): Promise<ArticleHeading[]> {
    const text = await this.texts.load(context, { articleId: row.articleId, number: version });
    return withAnchors(text.bodyHtml).headings;
  }
}

/** What the FAQ adds to a category. */
@Resolver(() => Category)
@AccessAsParent()
export class CategoryShelfResolver {
  constructor(
    private readonly counts: CategoryCountLoader,
    private readonly shelves: ShelfLoader,
    private readonly pages: CategoryPageLoader,
  ) {}

  @ResolveField(() => Int, {
    description: 'How many articles readers find in it; each counts once whatever its languages.',
  })
  articleCount(@Parent() { row }: Category, @Context() context: RequestContext): Promise<number> {
    return this.counts.load(context, row.id);
  }

  @ResolveField(() => [Article], { description: 'The most helpful, 20 at most.' })
  topArticles(
    @Parent() { row }: Category,
    @Context() context: RequestContext,
    @Args('locale', {
      type: () => String,
      nullable: true,
      description:
        'The reader’s language, as a BCP 47 tag: articles are shown in it where they can be, else in ' +
        'their original one.',
    })
    locale?: string | null,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: SHELF.default,
      description: 'How many at most, 1 to 20.',
    })
    first?: number | null,
  ): Promise<Article[]> {
    const count = within(first, SHELF.max, SHELF.default);
    return this.shelves.load(context, { categoryId: row.id, preferring: locale ?? null, first: count });
  }

  @ResolveField(() => ArticleConnection, {
    description: 'What readers find in it, each article once, the last changed first.',
  })
  async articles(
    @Parent() { row }: Category,
    @Context() context: RequestContext,
    @Args() { first, after, locale }: CategoryArticlesArgs,
  ): Promise<Connection<Article>> {
    const key = { categoryId: row.id, preferring: locale ?? '', first: requirePageSize(first), after };
    const [page, totalCount] = await Promise.all([
      this.pages.load(context, key),
      this.counts.load(context, row.id),
    ]);
    return toConnection(page, {
      after,
      cursor: (article) => encodeCursor('articles', [article.updatedAt.toISOString(), article.articleId]),
      node: toArticle,
      totalCount,
    });
  }
}

function within(first: number | null | undefined, max: number, otherwise: number): number {
  const count = first ?? otherwise;
  if (Number.isInteger(count) && count >= 1 && count <= max) return count;
  throw UserInputError.field('first', `first must be 1 to ${max}.`);
}
