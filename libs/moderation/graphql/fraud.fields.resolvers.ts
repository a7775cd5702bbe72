import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { Answer, Post, PostLoader } from '#libs/forum';
import { isAtLeast, permits } from '#libs/kernel';
import { AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { moderationPolicies } from '../application/policies.js';
import { FraudCaseQueries } from '../persistence/fraud-case.queries.js';
import * as types from './fraud.types.js';

const person = { nullable: true, description: 'Null once the account was erased.' };

@Resolver(() => types.FraudCase)
@AccessAsParent()
export class FraudCaseFieldsResolver {
  constructor(
    private readonly accounts: AccountLoader,
    private readonly queries: FraudCaseQueries,
  ) {}

  @ResolveField(() => [User], {
    description: 'Whom it is about, of serial votes the voter first; without those who have left.',
  })
  async people(@Parent() { row }: types.FraudCase, @Context() context: RequestContext): Promise<User[]> {
    const people = await Promise.all(row.accountIds.map((id) => this.accounts.load(context, id)));
    return people.filter((found) => found !== null);
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who proposed an invalidation; null without one.',
  })
  proposedBy(@Parent() { row }: types.FraudCase, @Context() context: RequestContext) {
    return this.one(row.proposedBy, context);
  }

  @ResolveField(() => User, { nullable: true, description: 'Who confirmed it; null unless somebody did.' })
  confirmedBy(@Parent() { row }: types.FraudCase, @Context() context: RequestContext) {
    return this.one(row.confirmedBy, context);
  }

  @ResolveField(() => User, { nullable: true, description: 'Who dismissed it; null unless somebody did.' })
  dismissedBy(@Parent() { row }: types.FraudCase, @Context() context: RequestContext) {
    return this.one(row.dismissedBy, context);
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who proposes to give everything back, for which it takes another; null otherwise.',
  })
  undoProposedBy(@Parent() { row }: types.FraudCase, @Context() context: RequestContext) {
    return this.one(row.undoProposedBy, context);
  }

  @ResolveField(() => [types.FraudEdge], { description: 'Who did how much for whom; 200 edges at most.' })
  async edges(
    @Parent() { row }: types.FraudCase,
    @Context() context: RequestContext,
  ): Promise<types.FraudEdge[]> {
    const edges = await this.queries.edges(row.caseId);
    return Promise.all(
      edges.map(async ({ from, to, ...counts }) => ({
        ...counts,
        from: await this.accounts.load(context, from),
        to: await this.accounts.load(context, to),
      })),
    );
  }

  @ResolveField(() => types.FraudVoteConnection, { description: 'Its votes, the newest first.' })
  async votes(
    @Parent() { row }: types.FraudCase,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.FraudVote>> {
    const page = await this.queries.votes(row.caseId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: this.queries.cursorOfVote,
      node: types.toFraudVote,
      totalCount: row.votes,
    });
  }

  @ResolveField(() => types.FraudAcceptanceConnection, { description: 'Its acceptances, the newest first.' })
  async acceptances(
    @Parent() { row }: types.FraudCase,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.FraudAcceptance>> {
    const page = await this.queries.acceptances(row.caseId, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: this.queries.cursorOfAcceptance,
      node: types.toFraudAcceptance,
      totalCount: row.acceptances,
    });
  }

  @ResolveField(() => types.FraudCasePermissions, { description: 'What the viewer may do with it.' })
  viewerCan(
    @Parent() { row }: types.FraudCase,
    @Context() { viewer }: RequestContext,
  ): types.FraudCasePermissions {
    const mayDecide = permits(moderationPolicies.decideOnFraud, viewer, row);
    const isAdmin = isAtLeast(viewer.role, 'ADMIN');
    return {
      propose: mayDecide && row.state === 'OPEN',
      confirm: mayDecide && row.state === 'PROPOSED' && row.proposedBy !== viewer.accountId,
      dismiss: mayDecide && (row.state === 'OPEN' || row.state === 'PROPOSED'),
      undo: mayDecide && row.state === 'INVALIDATED' && (isAdmin || row.undoProposedBy !== viewer.accountId),
    };
  }

  private one(id: number | null, context: RequestContext): Promise<User | null> | null {
    return id === null ? null : this.accounts.load(context, id);
  }
}

@Resolver(() => types.FraudVote)
@AccessAsParent()
export class FraudVoteFieldsResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => Post, { nullable: true, description: 'What was voted on.' })
  post(@Parent() { row }: types.FraudVote, @Context() context: RequestContext): Promise<Post | null> {
    return this.posts.load(context, row.postId);
  }

  @ResolveField(() => User, person)
  voter(@Parent() { row }: types.FraudVote, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, row.voterId);
  }

  @ResolveField(() => User, person)
  author(@Parent() { row }: types.FraudVote, @Context() context: RequestContext): Promise<User | null> {
    return this.accounts.load(context, row.authorId);
  }
}

@Resolver(() => types.FraudAcceptance)
@AccessAsParent()
export class FraudAcceptanceFieldsResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => Answer, { nullable: true, description: 'What was accepted.' })
  answer(@Parent() { row }: types.FraudAcceptance, @Context() context: RequestContext) {
    return this.posts.answer(context, row.answerId);
  }

  @ResolveField(() => User, person)
  asker(@Parent() { row }: types.FraudAcceptance, @Context() context: RequestContext) {
    return this.accounts.load(context, row.askerId);
  }

  @ResolveField(() => User, person)
  helper(@Parent() { row }: types.FraudAcceptance, @Context() context: RequestContext) {
    return this.accounts.load(context, row.helperId);
  }
}
