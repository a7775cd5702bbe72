import { Args, Context, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { TAGS, forumPolicies, tagName } from '#libs/forum';
import { UserInputError, decodeCursor, encodeCursor } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Search } from '../application/search.js';
import type { SearchOrder, SearchQuery } from '../domain/query.js';
import { KnownNames } from '../persistence/known-names.js';
import { toFacets, toInterpretation } from './presented.js';
import { SearchFilter, SearchHit, SearchOrderEnum, SearchResult } from './search.types.js';
import { selects } from './selection.js';
import { Subjects } from './subjects.js';

const KINDS = { ALL: undefined, FAQ: 'article', QUESTIONS: 'question' } as const;
const DEFAULT_HITS = 20;
const DEFAULT_SUGGESTIONS = 5;
const LONGEST_NAME = 200;

@Resolver()
export class SearchQueriesResolver {
  constructor(
    private readonly finder: Search,
    private readonly names: KnownNames,
    private readonly subjects: Subjects,
  ) {}

  @Query(() => SearchResult, {
    description:
      'Looks in the FAQ and in questions with their answers: words in any order, "exact phrases", -exclusions, the last word ' +
      'also as a beginning; forgives typos. Conditions may stand among the words: `tag:mail`, `author:name`, `product:slug`, ' +
      '`version:"2.1 beta"`, `lang:de`, `is:accepted`, `is:official`, `is:answered`, `is:unanswered`, `is:faq`, `is:question`, each ' +
      'with a minus before it to leave out what has it. At most 1,000 characters.',
  })
  @Access(forumPolicies.browse)
  async search(
    @Context() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args('query', {
      type: () => String,
      description: 'The text of the search box, up to 1,000 characters; BAD_USER_INPUT beyond.',
    })
    query: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: DEFAULT_HITS,
      description: 'How many, 1 to 100.',
    })
    first?: number | null,
    @Args('filter', {
      type: () => SearchFilter,
      nullable: true,
      description: 'What was chosen beside the box; it narrows what the box says.',
    })
    filter?: SearchFilter | null,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'The `endCursor` after which to go on.',
    })
    after?: string | null,
    @Args('orderBy', {
      type: () => SearchOrderEnum,
      nullable: true,
      defaultValue: 'RELEVANCE',
      description: 'What comes first.',
    })
    orderBy?: SearchOrder | null,
    @Args('preferLocale', {
      type: () => String,
      nullable: true,
      description:
        'The reader’s language, BCP 47: of like relevance, what is written in it comes first. Nothing is ' +
        'left out.',
    })
    preferLocale?: string | null,
  ): Promise<SearchResult> {
    const outcome = await this.finder.search({
      text: query,
      first: first ?? DEFAULT_HITS,
      offset: offsetOf(after),
      order: orderBy ?? 'RELEVANCE',
      withFacets: selects(info, 'facets'),
      ...(preferLocale == null ? {} : { preferLocale }),
      ...toFilter(filter),
    });
    const products = await this.names.products((outcome.facets?.products ?? []).map(({ value }) => value));
    return {
      ...outcome,
      hits: await this.subjects.of(context, outcome.hits),
      endCursor: outcome.hasMore ? encodeCursor('search', [outcome.nextOffset]) : null,
      facets: toFacets(outcome, products),
      didYouMean: outcome.didYouMean ?? null,
      interpreted: toInterpretation(outcome.asked),
    };
  }

  @Query(() => [SearchHit], {
    description:
      'Articles and questions like the one that is being written, while it is being written; empty where ' +
      'nothing is like it.',
  })
  @Access(forumPolicies.browse)
  async suggest(
    @Context() context: RequestContext,
    @Args('title', { type: () => String, description: 'The title as far as it is typed.' }) title: string,
    @Args('body', {
      type: () => String,
      nullable: true,
      description: 'The text as far as it is typed, Markdown.',
    })
    body?: string | null,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: DEFAULT_SUGGESTIONS,
      description: 'How many at most, 1 to 100.',
    })
    first?: number | null,
    @Args('preferLocale', {
      type: () => String,
      nullable: true,
      description:
        'The asker’s language, BCP 47: of like relevance, what is written in it comes first. Nothing is left out.',
    })
    preferLocale?: string | null,
  ): Promise<SearchHit[]> {
    const hits = await this.finder.suggest({
      title,
      body: body ?? undefined,
      first: first ?? DEFAULT_SUGGESTIONS,
      ...(preferLocale == null ? {} : { preferLocale }),
    });
    return this.subjects.of(context, hits);
  }
}

function offsetOf(after: string | null | undefined): number {
  if (after == null) return 0;
  const [offset] = decodeCursor('search', ['number'], after);
  return Math.max(0, Number(offset));
}

function toFilter(filter: SearchFilter | null | undefined): Partial<SearchQuery> {
  if (!filter) return {};
  const tags = [...new Set((filter.tags ?? []).map(tagName))];
  if (tags.length > TAGS.max) {
    throw UserInputError.field('filter.tags', `Please filter by ${TAGS.max} tags at most.`);
  }
  const kind = KINDS[filter.scope ?? 'ALL'];
  const chosen: Partial<SearchQuery> = {};
  for (const field of ['locale', 'author', 'product', 'version'] as const) {
    const value = filter[field];
    if (value == null) continue;
    if (value.length > LONGEST_NAME) {
      throw UserInputError.field(`filter.${field}`, `Please give at most ${LONGEST_NAME} characters.`);
    }
    chosen[field] = value;
  }
  for (const field of ['accepted', 'official', 'answered'] as const) {
    const value = filter[field];
    if (value != null) chosen[field] = value;
  }
  return { ...chosen, ...(kind ? { kind } : {}), ...(tags.length > 0 ? { tags } : {}) };
}
