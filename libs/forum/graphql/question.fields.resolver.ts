import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GUEST } from '#libs/kernel';
import { AccessAsParent, BatchLoader, groupedByKeys, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { Views } from '../application/views.js';
import { PostListQueries } from '../persistence/post-list.queries.js';
import { PostQueries } from '../persistence/post.queries.js';
import { QuestionLink, QuestionLinkKindEnum, Tag } from './content.types.js';
import { AnswersArgs } from './forum.inputs.js';
import { pageRequest } from './forum.queries.resolver.js';
import { PostLoader, QuestionTagsLoader } from './post.loaders.js';
import { Answer, AnswerConnection, Question, toAnswer } from './post.types.js';

interface LinkRow {
  questionId: number;
  otherId: number;
  kind: keyof typeof QuestionLinkKindEnum;
}

@Injectable()
export class QuestionLinksLoader extends BatchLoader<number, LinkRow[]> {
  constructor(private readonly posts: PostQueries) {
    super();
  }

  protected async batch(questionIds: readonly number[]) {
    return groupedByKeys(questionIds, await this.posts.links(questionIds), (row) => row.questionId);
  }
}

@Resolver(() => Question)
@AccessAsParent()
export class QuestionFieldsResolver {
  constructor(
    private readonly lists: PostListQueries,
    private readonly posts: PostLoader,
    private readonly tagsOfQuestions: QuestionTagsLoader,
    private readonly linksOfQuestions: QuestionLinksLoader,
    private readonly views: Views,
  ) {}

  @ResolveField(() => [Tag], { description: 'In the order in which they were given, 5 at most.' })
  tags(question: Question, _args: unknown, context: RequestContext): Promise<Tag[]> {
    return this.tagsOfQuestions.load(context, question.row.id);
  }

  @ResolveField(() => Int, { description: 'Visits, one a person in half an hour.' })
  viewCount(question: Question): number {
    return question.row.viewCount + this.views.pendingOf(question.row.id);
  }

  @ResolveField(() => Answer, {
    nullable: true,
    description: 'The one of which the asker said: this solved it. Null while there is none.',
  })
  acceptedAnswer({ row }: Question, _args: unknown, context: RequestContext): Promise<Answer | null> | null {
    return row.acceptedAnswerId === null ? null : this.posts.answer(context, row.acceptedAnswerId);
  }

  @ResolveField(() => Answer, {
    nullable: true,
    description:
      'The one of which a moderator or staff said: this is right. Null while there is none; may be the ' +
      'accepted one too.',
  })
  officialAnswer({ row }: Question, _args: unknown, context: RequestContext): Promise<Answer | null> | null {
    return row.officialAnswerId === null ? null : this.posts.answer(context, row.officialAnswerId);
  }

  @ResolveField(() => AnswerConnection, {
    description: 'The answers, those that are deleted only if they are asked for.',
  })
  async answers(
    @Parent() question: Question,
    @Context() context: RequestContext,
    @Args() args: AnswersArgs,
  ): Promise<Connection<Answer>> {
    const order = args.orderBy ?? 'BEST';
    const viewer = args.withDeleted ? context.viewer : GUEST;
    const page = await this.lists.answers(question.row.id, order, pageRequest(args), viewer);
    // The marked answers are asked for beside the list and are mostly on its first page.
    for (const row of page.rows) this.posts.prime(context, row.id, toAnswer(row));
    return toConnection(page, {
      after: args.after,
      cursor: (row) => this.lists.answerCursor(order, row),
      node: toAnswer,
      totalCount: question.answerCount,
    });
  }

  @ResolveField(() => [QuestionLink], { description: 'Duplicates and related questions, from both ends.' })
  async links(question: Question, _args: unknown, context: RequestContext): Promise<QuestionLink[]> {
    const rows = await this.linksOfQuestions.load(context, question.row.id);
    const links = await Promise.all(
      rows.map(async ({ kind, otherId }) => ({
        kind,
        question: await this.posts.question(context, otherId),
      })),
    );
    return links.filter((link): link is QuestionLink => link.question !== null && !link.question.isDeleted);
  }
}
