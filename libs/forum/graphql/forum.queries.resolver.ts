import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { UserInputError, encodeCursor, idOrNull, isActor, requireId } from '#libs/kernel';
import type { NodeKind } from '#libs/kernel';
import { Access, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { Drafts } from '../application/drafts.js';
import { forumPolicies } from '../application/policies.js';
import { Views } from '../application/views.js';
import { TAGS, tagName } from '../domain/post-rules.js';
import { PostListQueries } from '../persistence/post-list.queries.js';
import type { QuestionFilter } from '../persistence/post-list.queries.js';
import { TagQueries } from '../persistence/tag.queries.js';
import { Draft, DraftKindEnum, Tag, TagConnection, toTag } from './content.types.js';
import { QuestionFilterInput, QuestionsArgs, TagsArgs } from './forum.inputs.js';
import { PostLoader, TagByNameLoader } from './post.loaders.js';
import { Question, QuestionConnection, toQuestion } from './post.types.js';

@Resolver()
export class ForumQueriesResolver {
  constructor(
    private readonly lists: PostListQueries,
    private readonly tagQueries: TagQueries,
    private readonly posts: PostLoader,
    private readonly tagsByName: TagByNameLoader,
    private readonly views: Views,
    private readonly drafts: Drafts,
  ) {}

  @Query(() => Question, {
    nullable: true,
    description: 'One question; null if there is none or the viewer may not see it. Counts as a view.',
  })
  @Access(forumPolicies.browse)
  async question(
    @Context() context: RequestContext,
    @Args('id', { type: () => ID, description: 'The id of a question; that of anything else gives null.' })
    id: string,
  ): Promise<Question | null> {
    const number = idOrNull(id, 'question');
    const question = number && (await this.posts.questionWithText(context, number));
    if (!question) return null;
    const { viewer } = context;
    this.views.note(
      question.row.id,
      isActor(viewer) ? `${viewer.accountId}` : context.guestKey.toString('base64url'),
    );
    return question;
  }

  @Query(() => QuestionConnection, { description: 'Questions that are not deleted.' })
  @Access(forumPolicies.browse)
  async questions(@Args() args: QuestionsArgs): Promise<Connection<Question>> {
    const order = args.orderBy ?? 'ACTIVITY';
    const page = await this.lists.questions(toFilter(args.filter), order, pageRequest(args));
    return toConnection(page, {
      after: args.after,
      cursor: (row) => this.lists.questionCursor(order, row),
      node: toQuestion,
    });
  }

  @Query(() => Tag, { nullable: true, description: 'A tag by name; null if nobody ever used it.' })
  @Access(forumPolicies.browse)
  tag(
    @Context() context: RequestContext,
    @Args('name', { type: () => String, description: 'In any case of letters; spaces stand for hyphens.' })
    name: string,
  ): Promise<Tag | null> {
    return this.tagsByName.load(context, tagName(name));
  }

  @Query(() => TagConnection, { description: 'Tags in use, the most used first.' })
  @Access(forumPolicies.browse)
  async tags(@Args() args: TagsArgs): Promise<Connection<Tag>> {
    const page = await this.tagQueries.byUse(args.startsWith, pageRequest(args));
    return toConnection(page, {
      after: args.after,
      cursor: (row) => encodeCursor('tags', [row.questionCount, row.id]),
      node: toTag,
    });
  }

  @Query(() => Draft, {
    nullable: true,
    description: 'The viewer’s own draft for this place; null if nothing was kept.',
  })
  @Access(forumPolicies.draft)
  async draft(
    @Context() context: RequestContext,
    @Args('kind', { type: () => DraftKindEnum, description: 'What it is to become.' })
    kind: keyof typeof DraftKindEnum,
    @Args('questionId', {
      type: () => ID,
      nullable: true,
      description: 'The question that a draft of an answer answers; none for the draft of a question.',
    })
    questionId?: string | null,
  ): Promise<Draft | null> {
    const place = questionId == null ? null : requireId(questionId, 'question');
    const draft = await this.drafts.find(context.viewer, kind === 'QUESTION' ? 'question' : 'answer', place);
    return draft ? { ...draft, kind } : null;
  }
}

export function pageRequest({ first, after }: PageArgs): { first: number; after?: string | null } {
  return { first: requirePageSize(first), after };
}

function toFilter(input: QuestionFilterInput | null | undefined): QuestionFilter {
  if (!input) return {};
  const tags = [...new Set((input.tags ?? []).map(tagName))];
  if (tags.length > TAGS.max)
    throw UserInputError.field('filter.tags', `Please filter by ${TAGS.max} tags at most.`);
  return {
    ...input,
    tags,
    authorId: optionalId(input.authorId, 'authorId', 'account', 'a person'),
    productId: optionalId(input.productId, 'productId', 'product', 'a product'),
    versionId: optionalId(input.versionId, 'versionId', 'productVersion', 'a version'),
  };
}

function optionalId(
  id: string | null | undefined,
  field: string,
  kind: NodeKind,
  what: string,
): number | null {
  if (id == null) return null;
  const number = idOrNull(id, kind);
  if (number === null) throw UserInputError.field(`filter.${field}`, `${field} must be the id of ${what}.`);
  return number;
}
