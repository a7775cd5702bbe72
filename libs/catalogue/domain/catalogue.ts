import { covers, rangeLabel } from './version-range.js';
import type { CategoryFacts, ProductFacts, RangeEnds, VersionFacts, VersionRange } from './version-range.js';

/** Every product, version and category as they were at one moment. There are few, so that all of them fit. */
export class CatalogueContents {
  private readonly productsById: ReadonlyMap<number, ProductFacts>;
  private readonly versionsById: ReadonlyMap<number, VersionFacts>;
  private readonly categoriesById: ReadonlyMap<number, CategoryFacts>;
  private readonly versionsByProduct: ReadonlyMap<number, readonly VersionFacts[]>;

  constructor(
    /** In the order in which they are shown, archived ones among them. */
    readonly products: readonly ProductFacts[],
    /** The newest of each product first. */
    versions: readonly VersionFacts[],
    readonly categories: readonly CategoryFacts[],
  ) {
    this.productsById = new Map(products.map((product) => [product.id, product]));
    this.versionsById = new Map(versions.map((version) => [version.id, version]));
    this.categoriesById = new Map(categories.map((category) => [category.id, category]));
    this.versionsByProduct = Map.groupBy(versions, (version) => version.productId);
  }

  product(id: number): ProductFacts | null {
    return this.productsById.get(id) ?? null;
  }

  version(id: number): VersionFacts | null {
    return this.versionsById.get(id) ?? null;
  }

  category(id: number): CategoryFacts | null {
    return this.categoriesById.get(id) ?? null;
  }

  productBySlug(slug: string): ProductFacts | null {
    return this.products.find((product) => product.slug === slug) ?? null;
  }

  categoryBySlug(slug: string): CategoryFacts | null {
    return this.categories.find((category) => category.slug === slug) ?? null;
  }

  /** The newest first. */
  versionsOf(productId: number): readonly VersionFacts[] {
    return this.versionsByProduct.get(productId) ?? [];
  }

  endsOf({ fromVersionId, toVersionId }: VersionRange): RangeEnds {
    return {
      from: fromVersionId === null ? null : this.version(fromVersionId),
      to: toVersionId === null ? null : this.version(toVersionId),
    };
  }

  /** All versions that a range speaks of, the newest first. */
  covered(range: VersionRange): readonly VersionFacts[] {
    const ends = this.endsOf(range);
    return this.versionsOf(range.productId).filter((version) => covers(ends, version));
  }

  labelOf(range: VersionRange): string {
    return rangeLabel({ name: this.product(range.productId)?.name ?? '' }, this.endsOf(range));
  }
}
