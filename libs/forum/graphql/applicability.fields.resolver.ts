import { ResolveField, Resolver } from '@nestjs/graphql';
import { AppliesTo, CatalogueReading } from '#libs/catalogue';
import { AccessAsParent } from '#libs/platform';
import { Post } from './post.types.js';

@Resolver(() => Post)
@AccessAsParent()
export class ApplicabilityFieldsResolver {
  constructor(private readonly catalogue: CatalogueReading) {}

  @ResolveField(() => AppliesTo, {
    nullable: true,
    description:
      'Of a question, the product and version that the asker uses; of an answer, where it holds, or null: where the ' +
      'question was asked.',
  })
  appliesTo({ row }: Post): Promise<AppliesTo | null> | null {
    return row.appliesTo && this.catalogue.appliesTo(row.appliesTo);
  }
}
