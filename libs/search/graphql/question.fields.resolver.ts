import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Question } from '#libs/forum';
import { AccessAsParent, requirePageSize } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { SimilarLoader } from './hit.loaders.js';
import { SearchHit } from './search.types.js';
import { Subjects } from './subjects.js';

const DEFAULT_SIMILAR = 5;

/** A search for each question: in rows, so that a list of questions asks for a hundred of them at most. */
const COST_OF_A_SEARCH = 40;

/** What search adds to a question. */
@Resolver(() => Question)
@AccessAsParent()
export class SimilarQuestionsResolver {
  constructor(
    private readonly similar: SimilarLoader,
    private readonly subjects: Subjects,
  ) {}

  @ResolveField(() => [SearchHit], {
    description: 'Articles and questions that are like it, of like relevance the FAQ first; never itself.',
    complexity: COST_OF_A_SEARCH,
  })
  async similarQuestions(
    @Parent() { id, title, excerpt }: Question,
    @Context() context: RequestContext,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: DEFAULT_SIMILAR,
      description: 'How many at most, 1 to 100.',
    })
    first?: number | null,
    @Args('preferLocale', {
      type: () => String,
      nullable: true,
      description:
        'The reader’s language, BCP 47: of like relevance, what is written in it comes first. Nothing is left out.',
    })
    preferLocale?: string | null,
  ): Promise<SearchHit[]> {
    const hits = await this.similar.load(context, {
      title,
      body: excerpt,
      // Before it is asked for together with others, which would all fail by it.
      first: requirePageSize(first ?? DEFAULT_SIMILAR),
      except: id,
      ...(preferLocale == null ? {} : { preferLocale }),
    });
    return this.subjects.of(context, hits);
  }
}
