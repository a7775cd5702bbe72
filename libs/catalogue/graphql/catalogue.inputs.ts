import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Category, Product, ProductVersion } from './catalogue.types.js';

const POSITION = '0 to 10,000; the lowest comes first.';
const DAY = 'A day such as 2026-11-22.';

@InputType({ description: 'A product and, of its versions, those from the first to the last named.' })
export class AppliesToInput {
  @Field(() => ID)
  productId: string;

  @Field(() => ID, { nullable: true, description: 'The first; left out, from the beginning.' })
  fromVersionId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The last; left out, the newest and all that are to come.',
  })
  toVersionId?: string | null;
}

@InputType()
export class CreateProductInput {
  @Field(() => String, { description: '1 to 60 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Made from the name if left out; it never changes.' })
  slug?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType()
export class UpdateProductInput {
  @Field(() => ID)
  productId: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType()
export class ArchiveProductInput {
  @Field(() => ID)
  productId: string;
}

@InputType()
export class AddProductVersionInput {
  @Field(() => ID)
  productId: string;

  @Field(() => String, { description: 'One word of 1 to 40 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: `${DAY} Left out, it counts as out.` })
  releasedOn?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The version that it comes right before; left out, it is the newest.',
  })
  beforeVersionId?: string | null;
}

@InputType()
export class UpdateProductVersionInput {
  @Field(() => ID)
  versionId: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: `${DAY} Null takes it away; left out, it stays.` })
  releasedOn?: string | null;
}

@InputType()
export class CreateCategoryInput {
  @Field(() => String, { description: '1 to 60 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Made from the name if left out; it never changes.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters of plain text.' })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Left out: of no product in particular.' })
  productId?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType()
export class UpdateCategoryInput {
  @Field(() => ID)
  categoryId: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Null: of no product in particular; left out, it stays.',
  })
  productId?: string | null;

  @Field(() => Int, { nullable: true, description: POSITION })
  position?: number | null;
}

@InputType()
export class ArchiveCategoryInput {
  @Field(() => ID)
  categoryId: string;
}

@InputType()
export class SetViewerVersionInput {
  @Field(() => ID)
  productId: string;

  @Field(() => ID, { nullable: true, description: 'Null forgets it.' })
  versionId?: string | null;
}

@ObjectType()
export class ProductPayload {
  @Field(() => Product)
  product: Product;
}

@ObjectType()
export class ProductVersionPayload {
  @Field(() => ProductVersion)
  version: ProductVersion;
}

@ObjectType()
export class CategoryPayload {
  @Field(() => Category)
  category: Category;
}

@ObjectType()
export class ViewerVersionsPayload {
  @Field(() => [ProductVersion], {
    description: 'All that the viewer uses now, one of each product at most.',
  })
  viewerVersions: ProductVersion[];
}
