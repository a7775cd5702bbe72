import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import type { NodeKind } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Categories } from '../application/categories.js';
import { cataloguePolicies } from '../application/policies.js';
import { ProductVersions } from '../application/product-versions.js';
import { Products } from '../application/products.js';
import { ReaderVersions } from '../application/reader-versions.js';
import * as types from './catalogue.inputs.js';
import { CatalogueReading, ReaderVersionsLoader } from './catalogue.reading.js';
import { toProductVersion } from './catalogue.types.js';

@Resolver()
export class ProductMutationsResolver {
  constructor(
    private readonly products: Products,
    private readonly versions: ProductVersions,
    private readonly reading: CatalogueReading,
  ) {}

  @Mutation(() => types.ProductPayload, {
    description:
      'For STAFF and ADMIN: a product that people can ask about from now on. BAD_USER_INPUT if name or ' +
      'slug is taken.',
  })
  @Access(cataloguePolicies.manage)
  async createProduct(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.CreateProductInput, description: 'What is known of it.' })
    input: types.CreateProductInput,
  ): Promise<types.ProductPayload> {
    return this.product(await this.products.create(viewer, input));
  }

  @Mutation(() => types.ProductPayload, {
    description: 'For STAFF and ADMIN. Changes what is given and keeps the rest.',
  })
  @Access(cataloguePolicies.manage)
  async updateProduct(
    @Context() { viewer }: RequestContext,
    @Args('input', {
      type: () => types.UpdateProductInput,
      description: 'The product and what is to change.',
    })
    input: types.UpdateProductInput,
  ): Promise<types.ProductPayload> {
    const id = requireId(input.productId, 'product');
    await this.products.update(viewer, id, input);
    return this.product(id);
  }

  @Mutation(() => types.ProductPayload, {
    description:
      'For STAFF and ADMIN. It is no longer offered; what was written about it stays. Doing so twice ' +
      'changes nothing.',
  })
  @Access(cataloguePolicies.manage)
  async archiveProduct(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.ArchiveProductInput, description: 'The product.' })
    input: types.ArchiveProductInput,
  ): Promise<types.ProductPayload> {
    const id = requireId(input.productId, 'product');
    await this.products.setArchived(viewer, id, true);
    return this.product(id);
  }

  @Mutation(() => types.ProductPayload, {
    description: 'For STAFF and ADMIN. Offers an archived product again.',
  })
  @Access(cataloguePolicies.manage)
  async restoreProduct(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.ArchiveProductInput, description: 'The product.' })
    input: types.ArchiveProductInput,
  ): Promise<types.ProductPayload> {
    const id = requireId(input.productId, 'product');
    await this.products.setArchived(viewer, id, false);
    return this.product(id);
  }

  @Mutation(() => types.ProductVersionPayload, {
    description:
      'For STAFF and ADMIN. Once it is out, and unless a newer one was out before, what is written about ' +
      'the product is put up for review.',
  })
  @Access(cataloguePolicies.manage)
  async addProductVersion(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.AddProductVersionInput, description: 'The product and its version.' })
    input: types.AddProductVersionInput,
  ): Promise<types.ProductVersionPayload> {
    const productId = requireId(input.productId, 'product');
    const beforeVersionId = optionalId(input.beforeVersionId, 'productVersion') ?? null;
    return this.version(await this.versions.add(viewer, { ...input, productId, beforeVersionId }));
  }

  @Mutation(() => types.ProductVersionPayload, {
    description: 'For STAFF and ADMIN. Changes what is given and keeps the rest.',
  })
  @Access(cataloguePolicies.manage)
  async updateProductVersion(
    @Context() { viewer }: RequestContext,
    @Args('input', {
      type: () => types.UpdateProductVersionInput,
      description: 'The version and what is to change.',
    })
    input: types.UpdateProductVersionInput,
  ): Promise<types.ProductVersionPayload> {
    const id = requireId(input.versionId, 'productVersion');
    await this.versions.update(viewer, id, input);
    return this.version(id);
  }

  private async product(id: number): Promise<types.ProductPayload> {
    return { product: await this.reading.there(this.reading.product(id), 'This product') };
  }

  private async version(id: number): Promise<types.ProductVersionPayload> {
    return { version: await this.reading.there(this.reading.version(id), 'This version') };
  }
}

@Resolver()
export class CategoryMutationsResolver {
  constructor(
    private readonly categories: Categories,
    private readonly reading: CatalogueReading,
  ) {}

  @Mutation(() => types.CategoryPayload, {
    description:
      'For STAFF and ADMIN: a shelf that articles can stand in from now on. BAD_USER_INPUT if name or ' +
      'slug is taken.',
  })
  @Access(cataloguePolicies.manage)
  async createCategory(
    @Context() { viewer }: RequestContext,
    @Args('input', {
      type: () => types.CreateCategoryInput,
      description: 'What it is called and where it stands.',
    })
    input: types.CreateCategoryInput,
  ): Promise<types.CategoryPayload> {
    const productId = optionalId(input.productId, 'product') ?? null;
    return this.category(await this.categories.create(viewer, { ...input, productId }));
  }

  @Mutation(() => types.CategoryPayload, {
    description: 'For STAFF and ADMIN. Changes what is given and keeps the rest.',
  })
  @Access(cataloguePolicies.manage)
  async updateCategory(
    @Context() { viewer }: RequestContext,
    @Args('input', {
      type: () => types.UpdateCategoryInput,
      description: 'The category and what is to change.',
    })
    input: types.UpdateCategoryInput,
  ): Promise<types.CategoryPayload> {
    const id = requireId(input.categoryId, 'category');
    await this.categories.update(viewer, id, { ...input, productId: optionalId(input.productId, 'product') });
    return this.category(id);
  }

  @Mutation(() => types.CategoryPayload, {
    description:
      'For STAFF and ADMIN. It is no longer offered; its articles stay. Doing so twice changes nothing.',
  })
  @Access(cataloguePolicies.manage)
  async archiveCategory(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.ArchiveCategoryInput, description: 'The category.' })
    input: types.ArchiveCategoryInput,
  ): Promise<types.CategoryPayload> {
    const id = requireId(input.categoryId, 'category');
    await this.categories.setArchived(viewer, id, true);
    return this.category(id);
  }

  @Mutation(() => types.CategoryPayload, {
    description: 'For STAFF and ADMIN. Offers an archived category again.',
  })
  @Access(cataloguePolicies.manage)
  async restoreCategory(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.ArchiveCategoryInput, description: 'The category.' })
    input: types.ArchiveCategoryInput,
  ): Promise<types.CategoryPayload> {
    const id = requireId(input.categoryId, 'category');
    await this.categories.setArchived(viewer, id, false);
    return this.category(id);
  }

  private async category(id: number): Promise<types.CategoryPayload> {
    return { category: await this.reading.there(this.reading.category(id), 'This category') };
  }
}

@Resolver()
export class ViewerVersionResolver {
  constructor(
    private readonly readers: ReaderVersions,
    private readonly loader: ReaderVersionsLoader,
  ) {}

  @Mutation(() => types.ViewerVersionsPayload, {
    description:
      'Which version of a product the viewer uses: pages then say what does not hold for it. Takes being ' +
      'logged in; guests give `versionIds` where they ask.',
  })
  @Access(cataloguePolicies.setOwnVersion)
  async setViewerVersion(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SetViewerVersionInput, description: 'The product and its version.' })
    input: types.SetViewerVersionInput,
  ): Promise<types.ViewerVersionsPayload> {
    const productId = requireId(input.productId, 'product');
    const versionId = optionalId(input.versionId, 'productVersion') ?? null;
    await this.readers.set(context.viewer, productId, versionId);
    this.loader.clear(context, context.viewer.accountId ?? 0);
    return { viewerVersions: (await this.loader.ofViewer(context)).map(toProductVersion) };
  }
}

/** Undefined stays undefined: what is left out is not the same as what is taken away. */
function optionalId(id: string | null | undefined, kind: NodeKind): number | null | undefined {
  return id == null ? id : requireId(id, kind);
}
