import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Post, PostLoader } from '#libs/forum';
import { AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { EntryLoader } from './reputation.loaders.js';
import { ReputationEntry } from './reputation.types.js';

@Resolver(() => ReputationEntry)
@AccessAsParent()
export class EntryFieldsResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly entries: EntryLoader,
  ) {}

  @ResolveField(() => Post, {
    nullable: true,
    description: 'What it was for; null where the viewer may not see it (any more).',
  })
  post(@Parent() { row }: ReputationEntry, @Context() context: RequestContext): Promise<Post | null> | null {
    return row.postId === null ? null : this.posts.load(context, row.postId);
  }

  @ResolveField(() => ReputationEntry, {
    nullable: true,
    description: 'Of a REVERSAL: the entry that it takes back.',
  })
  reverses(
    @Parent() { row }: ReputationEntry,
    @Context() context: RequestContext,
  ): Promise<ReputationEntry | null> | null {
    return row.reversesId === null ? null : this.entries.load(context, row.reversesId);
  }
}
