import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User, accountFromJson, toUser } from '#libs/accounts';
import { encodeCursor, permits } from '#libs/kernel';
import { AccessAsParent, PageArgs, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { forumPolicies } from '../application/policies.js';
import { CommentQueries } from '../persistence/comment.queries.js';
import type { PostRow, PostText } from '../persistence/post.queries.js';
import { RevisionQueries } from '../persistence/revision.queries.js';
import { Comment, CommentConnection, PostPermissions, toComment } from './content.types.js';
import { pageRequest } from './forum.queries.resolver.js';
import { FirstCommentsLoader, PostTextLoader, ViewerReactionsLoader } from './post.loaders.js';
import { Post, VoteValueEnum } from './post.types.js';
import { Revision, RevisionConnection } from './revision.types.js';
import { toRevision } from './revision.fields.resolver.js';

/**
 * What questions and answers have in common. Fields without arguments take GraphQL's own parameters (parent, arguments,
 * context) undecorated: Nest then calls them directly instead of through four promises, and pages ask for hundreds.
 */
@Resolver(() => Post)
@AccessAsParent()
export class PostFieldsResolver {
  constructor(
    private readonly texts: PostTextLoader,
    private readonly reactions: ViewerReactionsLoader,
    private readonly firstComments: FirstCommentsLoader,
    private readonly commentQueries: CommentQueries,
    private readonly revisionQueries: RevisionQueries,
  ) {}

  @ResolveField(() => User, { nullable: true, description: 'Null once the account was erased.' })
  author({ row }: Post): User | null {
    return row.author && toUser(accountFromJson(row.author));
  }

  @ResolveField(() => String, { description: 'Markdown, as it was written.' })
  body({ row }: Post, _args: unknown, context: RequestContext): string | Promise<string> {
    return hasText(row) ? row.body : this.texts.load(context, row.id).then((text) => text.body);
  }

  @ResolveField(() => String, { description: 'The same as sanitised HTML.' })
  bodyHtml({ row }: Post, _args: unknown, context: RequestContext): string | Promise<string> {
    return hasText(row) ? row.bodyHtml : this.texts.load(context, row.id).then((text) => text.bodyHtml);
  }

  @ResolveField(() => VoteValueEnum, { description: 'The viewer’s own vote; NONE for guests.' })
  async viewerVote(
    { row }: Post,
    _args: unknown,
    context: RequestContext,
  ): Promise<keyof typeof VoteValueEnum> {
    const value = (await this.reactions.load(context, row.questionId)).votes.get(row.id);
    return value === undefined ? 'NONE' : value === 1 ? 'UP' : 'DOWN';
  }

  @ResolveField(() => CommentConnection, { description: 'The oldest first.' })
  async comments(
    @Parent() post: Post,
    @Context() context: RequestContext,
    @Args() args: PageArgs,
  ): Promise<Connection<Comment>> {
    const { first, after } = pageRequest(args);
    const withDeleted = permits(forumPolicies.restoreComment, context.viewer, {
      authorId: null,
      isDeleted: true,
    });
    const page = after
      ? await this.commentQueries.ofPost(post.row.id, { first, after }, { withDeleted })
      : await this.firstComments.ofPost(context, { ...post.row, postId: post.row.id, first });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('comments', [row.createdAt.toISOString(), row.id]),
      node: toComment,
      totalCount: post.commentCount,
    });
  }

  @ResolveField(() => RevisionConnection, { description: 'The newest first.' })
  async revisions(@Parent() post: Post, @Args() args: PageArgs): Promise<Connection<Revision>> {
    const page = await this.revisionQueries.ofPost(post.row.id, pageRequest(args));
    return toConnection(page, {
      after: args.after,
      cursor: (row) => encodeCursor('revisions', [row.number]),
      node: toRevision,
      totalCount: post.revisionCount,
    });
  }

  @ResolveField(() => Int, { description: 'Versions of its text, the first one included.' })
  revisionCount(post: Post): number {
    return post.revisionCount;
  }

  @ResolveField(() => PostPermissions, {
    description: 'What the viewer may do with it as it is now; nothing for guests.',
  })
  viewerCan({ row }: Post, _args: unknown, { viewer }: RequestContext): PostPermissions {
    return {
      row,
      edit: permits(forumPolicies.edit, viewer, row),
      delete: permits(forumPolicies.remove, viewer, row),
      restore: permits(forumPolicies.restore, viewer, row),
      comment: permits(forumPolicies.comment, viewer, row),
      answer: row.kind === 'question' && permits(forumPolicies.answer, viewer, row),
      voteUp: permits(forumPolicies.voteUp, viewer, row),
      voteDown: permits(forumPolicies.voteDown, viewer, row),
      accept: permits(forumPolicies.accept, viewer, row),
      setOfficial: permits(forumPolicies.setOfficial, viewer, row),
      markAlsoSolved: permits(forumPolicies.markAlsoSolved, viewer, row),
      supersede: permits(forumPolicies.supersede, viewer, row),
    };
  }
}

/** Where it did not come with the row, the text is read together for all posts that miss theirs. */
function hasText(row: PostRow): row is PostRow & PostText {
  return 'bodyHtml' in row;
}
