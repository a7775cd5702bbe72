import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { PostLoader } from '#libs/forum';
import { authorise, encodeCursor, globalId } from '#libs/kernel';
import { Access, AccessAsParent, NodeSources, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { moderationPolicies } from '../application/policies.js';
import { AuditQueries } from '../persistence/audit.queries.js';
import { AuditRecord, AuditRecordConnection, toAuditRecord } from './audit.types.js';

@Resolver()
export class AuditQueriesResolver {
  constructor(private readonly audit: AuditQueries) {}

  @Query(() => AuditRecordConnection, {
    description: 'For MODERATOR and above: every act of moderation and administration, the newest first.',
  })
  @Access(moderationPolicies.readAudit)
  async auditRecords(
    @Context() { viewer }: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<AuditRecord>> {
    authorise(moderationPolicies.readAudit, viewer, undefined);
    const page = await this.audit.newest({ first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('audit', [row.recordId]),
      node: toAuditRecord,
    });
  }
}

@Resolver(() => AuditRecord)
@AccessAsParent()
export class AuditFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly posts: PostLoader,
    private readonly nodes: NodeSources,
  ) {}

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who did it; null for the operator at the command line and once the account was erased.',
  })
  actor(@Parent() { row }: AuditRecord, @Context() context: RequestContext): Promise<User | null> | null {
    return row.actorId === null ? null : this.accounts.load(context, row.actorId);
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Site-relative address of what it was done to; of a comment, that of its post. Null if it has none.',
  })
  async subjectPath(
    @Parent() { row }: AuditRecord,
    @Context() context: RequestContext,
  ): Promise<string | null> {
    if (row.postId !== null) return (await this.posts.load(context, row.postId))?.path ?? null;
    if (row.subjectKind === 'account')
      return (await this.accounts.load(context, row.subjectId!))?.path ?? null;
    if (row.subjectKind === 'fraud_case') return `/desk/fraud/${globalId('fraudCase', row.subjectId!)}`;
    if (row.subjectKind === 'article') return this.articlePath(row.subjectId!, context);
    return null;
  }

  /** Articles live in a lib above this one, so they are asked for by their global id like any client would. */
  private async articlePath(articleId: number, context: RequestContext): Promise<string | null> {
    const article = await this.nodes.find(globalId('article', articleId), context);
    return article && 'path' in article ? String(article.path) : null;
  }
}
