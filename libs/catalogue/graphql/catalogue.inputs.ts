import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Category, Product, ProductVersion } from './catalogue.types.js';

const POSITION = '0 to 10,000; the lowest comes first.';
const DAY = 'A day such as 2026-11-22.';

@InputType({ description: 'A product and, of its versions, those from the first to the last named.' })
export class AppliesToInput {
  @Field(() => ID, {
    description: 'One that is offered, or the one that is named already; else BAD_USER_INPUT.',
  })
  productId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The first, a version of this product; left out, from the beginning.',
  })
  fromVersionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The last, not before the first; left out, the newest and all that are to come.',
  })
  toVersionId?: string | null;
}

@InputType({ description: 'What is known of a new product.' })
export class CreateProductInput {
  @Field(() => String, { description: '1 to 60 characters; not the name of another product.' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Letters and digits joined by hyphens, 80 at most; made from the name if left out. It never changes.',
  })
  slug?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType({ description: 'What is to change; what is left out or null stays.' })
export class UpdateProductInput {
  @Field(() => ID, { description: 'The product, which may be archived.' })
  productId: string;

  @Field(() => String, {
    nullable: true,
    description: '1 to 60 characters; not the name of another product.',
  })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType({ description: 'Names a product.' })
export class ArchiveProductInput {
  @Field(() => ID, { description: 'The product that is archived, or offered again.' })
  productId: string;
}

@InputType({ description: 'A version that came out, or is to come.' })
export class AddProductVersionInput {
  @Field(() => ID, { description: 'The product; it has 500 versions at most.' })
  productId: string;

  @Field(() => String, {
    description: 'One word of 1 to 40 characters, which no other version of the product is called.',
  })
  name: string;

  @Field(() => String, { nullable: true, description: `${DAY} Left out, it counts as out.` })
  releasedOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The version of the same product that it comes right before; left out, it is the newest.',
  })
  beforeVersionId?: string | null;
}

@InputType({ description: 'What is to change; what is left out stays.' })
export class UpdateProductVersionInput {
  @Field(() => ID, { description: 'The version.' })
  versionId: string;

  @Field(() => String, {
    nullable: true,
    description: 'One word of 1 to 40 characters, which no other version of the product is called.',
  })
  name?: string | null;

  @Field(() => String, { nullable: true, description: `${DAY} Null takes it away; left out, it stays.` })
  releasedOn?: string | null;
}

@InputType({ description: 'A new shelf of the FAQ.' })
export class CreateCategoryInput {
  @Field(() => String, {
    description: '1 to 60 characters; not that of another category of the same product.',
  })
  name: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Letters and digits joined by hyphens, 80 at most; made from the name if left out. It never changes.',
  })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters of plain text.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: of no product in particular.' })
  productId?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType({ description: 'What is to change; what is left out stays.' })
export class UpdateCategoryInput {
  @Field(() => ID, { description: 'The category, which may be archived.' })
  categoryId: string;

  @Field(() => String, {
    nullable: true,
    description: '1 to 60 characters; not that of another category of the same product.',
  })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 500 characters of plain text; empty takes it away.',
  })
  description?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Null: of no product in particular; left out, it stays.',
  })
  productId?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType({ description: 'Names a category.' })
export class ArchiveCategoryInput {
  @Field(() => ID, { description: 'The category that is archived, or offered again.' })
  categoryId: string;
}

@InputType({ description: 'A product, and the version of it that the viewer uses.' })
export class SetViewerVersionInput {
  @Field(() => ID, { description: 'The product.' })
  productId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A version of this product, else NOT_FOUND; null or left out forgets it.',
  })
  versionId?: string | null;
}

@ObjectType({ description: 'The product that was made or changed.' })
export class ProductPayload {
  @Field(() => Product, { description: 'As it is now.' })
  product: Product;
}

@ObjectType({ description: 'The version that was made or changed.' })
export class ProductVersionPayload {
  @Field(() => ProductVersion, { description: 'As it is now.' })
  version: ProductVersion;
}

@ObjectType({ description: 'The category that was made or changed.' })
export class CategoryPayload {
  @Field(() => Category, { description: 'As it is now.' })
  category: Category;
}

@ObjectType({ description: 'What the viewer is known to use.' })
export class ViewerVersionsPayload {
  @Field(() => [ProductVersion], {
    description: 'All that the viewer uses now, one of each product at most.',
  })
  viewerVersions: ProductVersion[];
}
