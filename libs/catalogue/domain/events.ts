import type { Actor } from '#libs/kernel';

/**
 * A version of a product is out, and nothing newer is: what is written about the product may no longer hold. Comes
 * once for each version, on the day of its release where one was given; never for an older one that is put in later.
 */
export class ProductVersionReleased {
  constructor(
    readonly productId: number,
    readonly versionId: number,
  ) {}
}

export type CatalogueKind = 'product' | 'product-version' | 'category';
export type CatalogueDeed = 'created' | 'updated' | 'archived' | 'restored';

/** Somebody changed the list of products, versions or categories. For the record. */
export class CatalogueChanged {
  constructor(
    readonly kind: CatalogueKind,
    readonly deed: CatalogueDeed,
    readonly id: number,
    /** As it is called now. */
    readonly name: string,
    readonly by: Actor,
  ) {}
}
