import { Args, Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ReaderVersionsLoader } from '#libs/catalogue';
import { idOrNull, parseGlobalId } from '#libs/kernel';
import { AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { ReaderFitLoader } from './hit.loaders.js';
import { SearchHit } from './search.types.js';

/** Nobody uses so many products. */
const MOST_VERSIONS = 50;

@Resolver(() => SearchHit)
@AccessAsParent()
export class SearchHitFieldsResolver {
  constructor(
    private readonly readerVersions: ReaderVersionsLoader,
    private readonly fit: ReaderFitLoader,
  ) {}

  @ResolveField(() => Boolean, {
    nullable: true,
    description:
      'Whether it is said to hold for the versions that the reader uses: those that the viewer has set, and those among ' +
      '`versionIds`. False if it, or all its answers, speak of other versions of the reader’s product; null if nobody said ' +
      'for which versions it holds, or if it is not known which version of that product the reader uses.',
  })
  async appliesToReader(
    @Parent() { subject }: SearchHit,
    @Context() context: RequestContext,
    @Args('versionIds', {
      type: () => [ID],
      nullable: true,
      description: 'For guests: the versions that they use; only the first 50 count.',
    })
    versionIds?: string[] | null,
  ): Promise<boolean | null> {
    const own = await this.readerVersions.ofViewer(context);
    const given = (versionIds ?? []).slice(0, MOST_VERSIONS);
    const used = [...own.map(({ id }) => id), ...given.flatMap((id) => idOrNull(id, 'productVersion') ?? [])];
    const parsed = parseGlobalId(subject.id);
    if (used.length === 0 || (parsed?.kind !== 'article' && parsed?.kind !== 'question')) return null;
    return this.fit.load(context, { kind: parsed.kind, id: parsed.id, versionIds: used });
  }
}
