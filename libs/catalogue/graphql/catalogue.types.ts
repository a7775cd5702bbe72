import { Field, Int, ObjectType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node } from '#libs/platform';
import type { CatalogueContents } from '../domain/catalogue.js';
import type { CategoryFacts, ProductFacts, VersionFacts, VersionRange } from '../domain/version-range.js';

@ObjectType({ implements: () => [Node], description: 'A product that people ask about.' })
export class Product extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: ProductFacts;

  @Field(() => String, { description: 'Stable; what `product:` in a search takes.' })
  slug: string;

  @Field(() => String, { description: 'Unique, 1 to 60 characters.' })
  name: string;

  @Field(() => Int, { description: 'Its place in lists, the lowest first; equal ones go by name.' })
  position: number;

  @Field(() => Boolean, { description: 'No longer offered; what was written about it stays.' })
  isArchived: boolean;

  @Field(() => String, { description: 'Site-relative address of the questions about it.' })
  path: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'A version of a product. Versions have an order of their own, whatever their names.',
})
export class ProductVersion extends Node {
  row: VersionFacts;

  @Field(() => String, { description: 'One word, such as 3.2; what `version:` in a search takes.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'A day such as 2026-11-22, which may be to come; null if nobody said when.',
  })
  releasedOn: string | null;
}

@ObjectType({ implements: () => [Node], description: 'A shelf of the FAQ.' })
export class Category extends Node {
  row: CategoryFacts;

  @Field(() => String, { description: 'Stable; stands in its address and finds it.' })
  slug: string;

  @Field(() => String, { description: '1 to 60 characters; once for each product.' })
  name: string;

  @Field(() => String, { description: 'What is found here, as plain text; may be empty.' })
  description: string;

  @Field(() => Int, { description: 'Its place in lists, the lowest first; equal ones go by name.' })
  position: number;

  @Field(() => Boolean, { description: 'No longer offered; what stands in it can still be read there.' })
  isArchived: boolean;

  @Field(() => String, { description: 'Site-relative address of what stands in it.' })
  path: string;
}

@ObjectType({
  description: 'The version of a product that the reader uses, held against what a text applies to.',
})
export class ViewerVersion {
  @Field(() => ProductVersion, { description: 'The one that the reader uses.' })
  version: ProductVersion;

  @Field(() => Boolean, { description: 'False: the text speaks of other versions than the reader’s.' })
  isCovered: boolean;
}

@ObjectType({
  description:
    'What a text applies to: a product and, of its versions, those from the first to the last named, both ' +
    'inclusive.',
})
export class AppliesTo {
  /** For field resolvers; not part of the schema. */
  range: VersionRange;
  contents: CatalogueContents;
  usedVersionIds: (() => Promise<readonly number[]>) | undefined;

  @Field(() => Product, { description: 'The product; it may be archived by now.' })
  product: Product;

  @Field(() => ProductVersion, { nullable: true, description: 'Null: from the first version on.' })
  fromVersion: ProductVersion | null;

  @Field(() => ProductVersion, {
    nullable: true,
    description: 'Null: the newest version and all that are to come.',
  })
  toVersion: ProductVersion | null;

  @Field(() => String, {
    description: 'In signs that need no translation, such as `Hearth 2.1 – 3.0`, `Hearth 2.1+` or `Hearth`.',
  })
  label: string;
}

export function toProduct(row: ProductFacts): Product {
  return { ...row, row, id: globalId('product', row.id), path: `/products/${encodeURIComponent(row.slug)}` };
}

export function toProductVersion(row: VersionFacts): ProductVersion {
  return { row, id: globalId('productVersion', row.id), name: row.name, releasedOn: row.releasedOn };
}

export function toCategory(row: CategoryFacts): Category {
  return {
    ...row,
    row,
    id: globalId('category', row.id),
    path: `/faq/category/${encodeURIComponent(row.slug)}`,
  };
}

/** Null for a range of a product that the contents do not hold. */
export function toAppliesTo(
  range: VersionRange,
  contents: CatalogueContents,
  usedVersionIds?: () => Promise<readonly number[]>,
): AppliesTo | null {
  const product = contents.product(range.productId);
  if (!product) return null;
  const version = (id: number | null) => {
    const row = id === null ? null : contents.version(id);
    return row && toProductVersion(row);
  };
  return {
    range,
    contents,
    usedVersionIds,
    product: toProduct(product),
    fromVersion: version(range.fromVersionId),
    toVersion: version(range.toVersionId),
    label: contents.labelOf(range),
  };
}
