import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Question } from '#libs/forum';
import { AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Search } from '../application/search.js';
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
    private readonly finder: Search,
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
  ): Promise<SearchHit[]> {
    const draft = { title, body: excerpt, first: first ?? DEFAULT_SIMILAR, except: id };
    return this.subjects.of(context, await this.finder.suggest(draft));
  }
}
