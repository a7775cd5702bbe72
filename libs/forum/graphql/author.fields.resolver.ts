import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { AccessAsParent, PageArgs, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { PostListQueries } from '../persistence/post-list.queries.js';
import { pageRequest } from './forum.queries.resolver.js';
import { AuthorCountsLoader } from './post.loaders.js';
import {
  Answer,
  AnswerConnection,
  Question,
  QuestionConnection,
  toAnswer,
  toQuestion,
} from './post.types.js';

/** What the forum knows about a person. */
@Resolver(() => User)
@AccessAsParent()
export class AuthorFieldsResolver {
  constructor(
    private readonly lists: PostListQueries,
    private readonly counts: AuthorCountsLoader,
  ) {}

  @ResolveField(() => Int, { description: 'Questions of theirs that are not deleted.' })
  async questionCount(@Parent() user: User, @Context() context: RequestContext): Promise<number> {
    return (await this.counts.load(context, user.accountId)).questions;
  }

  @ResolveField(() => Int, { description: 'Answers of theirs that are not deleted.' })
  async answerCount(@Parent() user: User, @Context() context: RequestContext): Promise<number> {
    return (await this.counts.load(context, user.accountId)).answers;
  }

  @ResolveField(() => Int, { description: 'Answers of theirs that are accepted.' })
  async acceptedAnswerCount(@Parent() user: User, @Context() context: RequestContext): Promise<number> {
    return (await this.counts.load(context, user.accountId)).accepted;
  }

  @ResolveField(() => QuestionConnection, { description: 'Those that are not deleted, the newest first.' })
  async questions(@Parent() user: User, @Args() args: PageArgs): Promise<Connection<Question>> {
    const page = await this.lists.questions({ authorId: user.accountId }, 'NEWEST', pageRequest(args));
    return toConnection(page, {
      after: args.after,
      cursor: (row) => this.lists.questionCursor('NEWEST', row),
      node: toQuestion,
    });
  }

  @ResolveField(() => AnswerConnection, { description: 'Those that are not deleted, the newest first.' })
  async answers(@Parent() user: User, @Args() args: PageArgs): Promise<Connection<Answer>> {
    const page = await this.lists.answersBy(user.accountId, pageRequest(args));
    return toConnection(page, {
      after: args.after,
      cursor: (row) => this.lists.answerCursor('NEWEST', row),
      node: toAnswer,
    });
  }
}
