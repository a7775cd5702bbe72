import { ResolveField, Resolver } from '@nestjs/graphql';
import { AppliesTo, CatalogueReading } from '#libs/catalogue';
import { AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { ViewerReactionsLoader } from './post.loaders.js';
import { Post } from './post.types.js';

@Resolver(() => Post)
@AccessAsParent()
export class ApplicabilityFieldsResolver {
  constructor(
    private readonly catalogue: CatalogueReading,
    private readonly reactions: ViewerReactionsLoader,
  ) {}

  @ResolveField(() => AppliesTo, {
    nullable: true,
    description:
      'Of a question, the product and version that the asker uses; of an answer, where it holds, or null: where the ' +
      'question was asked.',
  })
  appliesTo({ row }: Post, _args: unknown, context: RequestContext): Promise<AppliesTo | null> | null {
    // What the viewer uses comes along with their votes, so that a page takes no statement more for it.
    const usedVersionIds = async () => (await this.reactions.load(context, row.questionId)).usedVersionIds;
    return row.appliesTo && this.catalogue.appliesTo(row.appliesTo, usedVersionIds);
  }
}
