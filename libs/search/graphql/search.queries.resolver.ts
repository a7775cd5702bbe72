import { Args, Context, Int, Query, Resolver } from '@nestjs/graphql';
import { PostLoader, TAGS, forumPolicies, tagName } from '#libs/forum';
import { UserInputError, parseGlobalId } from '#libs/kernel';
import { ArticleLoader } from '#libs/knowledge';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Search } from '../application/search.js';
import type { EngineHit } from '../domain/engine.js';
import type { SearchQuery } from '../domain/query.js';
import { SearchFilter, SearchHit, SearchResult, type Subject } from './search.types.js';

const KINDS = { ALL: undefined, FAQ: 'article', QUESTIONS: 'question' } as const;
const DEFAULT_HITS = 20;
const DEFAULT_SUGGESTIONS = 5;

@Resolver()
export class SearchQueriesResolver {
  constructor(
    private readonly finder: Search,
    private readonly posts: PostLoader,
    private readonly articles: ArticleLoader,
  ) {}

  @Query(() => SearchResult, {
    description:
      'Looks in the FAQ and in questions with their answers: words in any order, "exact phrases", -exclusions, the last word ' +
      'also as a beginning; forgives typos. At most 1,000 characters.',
  })
  @Access(forumPolicies.browse)
  async search(
    @Context() context: RequestContext,
    @Args('query', { type: () => String }) query: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_HITS }) first?: number | null,
    @Args('filter', { type: () => SearchFilter, nullable: true }) filter?: SearchFilter | null,
  ): Promise<SearchResult> {
    const outcome = await this.finder.search({
      text: query,
      first: first ?? DEFAULT_HITS,
      ...toFilter(filter),
    });
    return { ...outcome, hits: await this.withSubjects(context, outcome.hits) };
  }

  @Query(() => [SearchHit], {
    description: 'Articles and questions like the one that is being written, while it is being written.',
  })
  @Access(forumPolicies.browse)
  async suggest(
    @Context() context: RequestContext,
    @Args('title', { type: () => String }) title: string,
    @Args('body', { type: () => String, nullable: true }) body?: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: DEFAULT_SUGGESTIONS })
    first?: number | null,
  ): Promise<SearchHit[]> {
    const hits = await this.finder.suggest({
      title,
      body: body ?? undefined,
      first: first ?? DEFAULT_SUGGESTIONS,
    });
    return this.withSubjects(context, hits);
  }

  /** Only what this viewer may see: whoever answered, the last word has the policy of the thing itself. */
  private async withSubjects(context: RequestContext, hits: readonly EngineHit[]): Promise<SearchHit[]> {
    const subjects = await Promise.all(hits.map(({ id }) => this.subject(context, id)));
    return hits.flatMap(({ titleHtml, excerptHtml, score }, position) => {
      const subject = subjects[position];
      return subject ? [{ subject, titleHtml, excerptHtml, score }] : [];
    });
  }

  private async subject(context: RequestContext, id: string): Promise<Subject | null> {
    const parsed = parseGlobalId(id);
    if (parsed?.kind === 'article') return this.articles.load(context, parsed.id);
    return parsed?.kind === 'question' ? this.posts.question(context, parsed.id) : null;
  }
}

function toFilter(filter: SearchFilter | null | undefined): Partial<SearchQuery> {
  if (!filter) return {};
  const { scope, locale, accepted } = filter;
  const tags = [...new Set((filter.tags ?? []).map(tagName))];
  if (tags.length > TAGS.max) {
    throw UserInputError.field('filter.tags', `Please filter by ${TAGS.max} tags at most.`);
  }
  const kind = KINDS[scope ?? 'ALL'];
  return {
    ...(kind ? { kind } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(locale == null ? {} : { locale }),
    ...(accepted == null ? {} : { accepted }),
  };
}
