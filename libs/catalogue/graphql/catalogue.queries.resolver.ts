import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NotFoundError, idOrNull } from '#libs/kernel';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { cataloguePolicies } from '../application/policies.js';
import { covers } from '../domain/version-range.js';
import { CatalogueQueries } from '../persistence/catalogue.queries.js';
import { ReaderVersionsLoader } from './catalogue.reading.js';
import {
  AppliesTo,
  Category,
  Product,
  ProductVersion,
  ViewerVersion,
  toCategory,
  toProduct,
  toProductVersion,
} from './catalogue.types.js';

const WITH_ARCHIVED = {
  type: () => Boolean,
  nullable: true,
  defaultValue: false,
  description: 'Also those that are no longer offered.',
} as const;

@Resolver()
export class CatalogueQueriesResolver {
  constructor(
    private readonly catalogue: CatalogueQueries,
    private readonly readerVersions: ReaderVersionsLoader,
  ) {}

  @Query(() => [Product], {
    description:
      'In their order, by `position` and then by name. Empty on a site that is about one thing only.',
  })
  @Access(cataloguePolicies.browse)
  async products(@Args('withArchived', WITH_ARCHIVED) withArchived: boolean | null): Promise<Product[]> {
    const { products } = await this.catalogue.current();
    return products.filter((product) => withArchived || !product.isArchived).map(toProduct);
  }

  @Query(() => Product, {
    nullable: true,
    description: 'One product, archived or not; null if none is called so.',
  })
  @Access(cataloguePolicies.browse)
  async product(
    @Args('slug', { type: () => String, description: 'Its short name, as in its address.' }) slug: string,
  ): Promise<Product | null> {
    const row = (await this.catalogue.current()).productBySlug(slug);
    return row && toProduct(row);
  }

  @Query(() => [Category], { description: 'In their order, by `position` and then by name.' })
  @Access(cataloguePolicies.browse)
  async categories(@Args('withArchived', WITH_ARCHIVED) withArchived: boolean | null): Promise<Category[]> {
    const { categories } = await this.catalogue.current();
    return categories.filter((category) => withArchived || !category.isArchived).map(toCategory);
  }

  @Query(() => Category, {
    nullable: true,
    description: 'One category, archived or not; null if none is called so.',
  })
  @Access(cataloguePolicies.browse)
  async category(
    @Args('slug', { type: () => String, description: 'Its short name, as in its address.' }) slug: string,
  ): Promise<Category | null> {
    const row = (await this.catalogue.current()).categoryBySlug(slug);
    return row && toCategory(row);
  }

  @Query(() => [ProductVersion], {
    description:
      'The versions that the viewer uses, one of each product at most; nobody else sees them. Empty for ' +
      'guests.',
  })
  @Access(cataloguePolicies.browse)
  async viewerVersions(@Context() context: RequestContext): Promise<ProductVersion[]> {
    return (await this.readerVersions.ofViewer(context)).map(toProductVersion);
  }
}

@Resolver(() => Product)
@AccessAsParent()
export class ProductFieldsResolver {
  constructor(private readonly catalogue: CatalogueQueries) {}

  @ResolveField(() => [ProductVersion], { description: 'The newest first.' })
  async versions(@Parent() { row }: Product): Promise<ProductVersion[]> {
    return (await this.catalogue.current()).versionsOf(row.id).map(toProductVersion);
  }

  @ResolveField(() => [Category], { description: 'Those of the product that are offered, in their order.' })
  async categories(@Parent() { row }: Product): Promise<Category[]> {
    const { categories } = await this.catalogue.current();
    return categories.filter((one) => one.productId === row.id && !one.isArchived).map(toCategory);
  }
}

@Resolver(() => ProductVersion)
@AccessAsParent()
export class ProductVersionFieldsResolver {
  constructor(private readonly catalogue: CatalogueQueries) {}

  @ResolveField(() => Product, { description: 'The product that it is a version of.' })
  async product(@Parent() { row }: ProductVersion): Promise<Product> {
    const product = (await this.catalogue.knowing({ products: [row.productId] })).product(row.productId);
    if (!product) throw new NotFoundError('The product of this version');
    return toProduct(product);
  }
}

@Resolver(() => Category)
@AccessAsParent()
export class CategoryFieldsResolver {
  constructor(private readonly catalogue: CatalogueQueries) {}

  @ResolveField(() => Product, { nullable: true, description: 'Null: of no product in particular.' })
  async product(@Parent() { row }: Category): Promise<Product | null> {
    if (row.productId === null) return null;
    const product = (await this.catalogue.knowing({ products: [row.productId] })).product(row.productId);
    return product && toProduct(product);
  }
}

@Resolver(() => AppliesTo)
@AccessAsParent()
export class AppliesToFieldsResolver {
  constructor(private readonly readerVersions: ReaderVersionsLoader) {}

  @ResolveField(() => ViewerVersion, {
    nullable: true,
    description:
      'Held against the version that the viewer uses: the one they have set, or else the one among `versionIds`. ' +
      'Null if it is not known which version of this product they use.',
  })
  async viewerVersion(
    @Parent() { range, contents, usedVersionIds }: AppliesTo,
    @Context() context: RequestContext,
    @Args('versionIds', {
      type: () => [ID],
      nullable: true,
      description: 'For guests: the versions that they use.',
    })
    versionIds?: string[] | null,
  ): Promise<ViewerVersion | null> {
    const known = (id: number | null) => contents.version(id ?? 0) ?? [];
    const own = usedVersionIds
      ? (await usedVersionIds()).flatMap(known)
      : await this.readerVersions.ofViewer(context);
    const given = (versionIds ?? []).map((id) => idOrNull(id, 'productVersion')).flatMap(known);
    const used = [...own, ...given];
    const version = used.find(({ productId }) => productId === range.productId);
    if (!version) return null;
    return { version: toProductVersion(version), isCovered: covers(contents.endsOf(range), version) };
  }
}
