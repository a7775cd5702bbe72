import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { authorise, permits, requireId } from '#libs/kernel';
import { Access, AccessAsParent, PageArgs, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import { SuperuserCriteria } from '../application/criteria.js';
import { programmePolicies } from '../application/policies.js';
import { RENEWAL_DAYS } from '../domain/programme.js';
import { ProgrammeQueries } from '../persistence/programme.queries.js';
import { SuperuserCandidatesArgs, SuperuserNominationsArgs, SuperuserTermsArgs } from './programme.inputs.js';
import { NominatedLoader } from './programme.loaders.js';
import * as rows from './programme.rows.js';
import * as types from './programme.types.js';

@Resolver()
export class ProgrammeQueriesResolver {
  constructor(
    private readonly queries: ProgrammeQueries,
    private readonly ruleSets: RuleSets,
  ) {}

  @Query(() => types.SuperuserProgramme, { description: 'How customers become superusers.' })
  @Access(programmePolicies.read)
  async superuserProgramme(@Context() { viewer }: RequestContext): Promise<types.SuperuserProgramme> {
    const { rules } = await this.ruleSets.current();
    return {
      ...rules.superusers,
      requirements: rows.requirementsOf(rules),
      renewalDays: RENEWAL_DAYS,
      reputationToNominate: rules.privileges.NOMINATE_SUPERUSER,
      viewerCanNominate: permits(programmePolicies.nominate, viewer, undefined),
    };
  }

  @Query(() => types.SuperuserConnection, {
    description:
      'Everybody who is a superuser, the most reputable first. Staff and moderators are not among them.',
  })
  @Access(programmePolicies.read)
  async superusers(@Args() { first, after }: PageArgs): Promise<Connection<types.Superuser>> {
    const page = await this.queries.superusers({ first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.superuserCursor(row),
      node: rows.toSuperuser,
    });
  }

  @Query(() => types.SuperuserCandidateConnection, {
    description: 'For STAFF: members who could become superusers, those who fulfil most first.',
  })
  @Access(programmePolicies.manage)
  async superuserCandidates(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, view }: SuperuserCandidatesArgs,
  ): Promise<Connection<types.SuperuserCandidate>> {
    authorise(programmePolicies.manage, viewer, undefined);
    const page = await this.queries.candidates(view ?? 'SUGGESTED', { first: requirePageSize(first), after });
    const { rules } = await this.ruleSets.current();
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.candidateCursor(row),
      node: (row) => rows.toCandidate(row, rules),
    });
  }

  @Query(() => types.SuperuserNominationConnection, {
    description: 'For STAFF: who nominated whom and why, the newest first.',
  })
  @Access(programmePolicies.manage)
  async superuserNominations(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, userId }: SuperuserNominationsArgs,
  ): Promise<Connection<types.SuperuserNomination>> {
    authorise(programmePolicies.manage, viewer, undefined);
    const nominee = userId == null ? null : requireId(userId, 'account');
    const page = await this.queries.nominations(nominee, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.nominationCursor(row),
      node: rows.toNomination,
    });
  }

  @Query(() => types.SuperuserInvitationConnection, {
    description: 'For STAFF: who was invited, and what became of it, the newest first.',
  })
  @Access(programmePolicies.manage)
  async superuserInvitations(
    @Context() { viewer }: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<types.SuperuserInvitation>> {
    authorise(programmePolicies.manage, viewer, undefined);
    const page = await this.queries.invitations({ first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.invitationCursor(row),
      node: rows.toInvitation,
    });
  }

  @Query(() => types.SuperuserTermConnection, { description: 'For STAFF: who is a superuser for how long.' })
  @Access(programmePolicies.manage)
  async superuserTerms(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, open }: SuperuserTermsArgs,
  ): Promise<Connection<types.SuperuserTerm>> {
    authorise(programmePolicies.manage, viewer, undefined);
    const isOpen = open ?? true;
    const page = await this.queries.terms(isOpen, { first: requirePageSize(first), after });
    const { rules } = await this.ruleSets.current();
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.termCursor(isOpen, row),
      node: (row) => rows.toTerm(row, rules),
    });
  }
}

/** Where a person stands in the programme: for themselves, and for those who invite. */
@Resolver(() => User)
@AccessAsParent()
export class PersonProgrammeResolver {
  constructor(
    private readonly queries: ProgrammeQueries,
    private readonly ruleSets: RuleSets,
    private readonly criteria: SuperuserCriteria,
    private readonly nominated: NominatedLoader,
  ) {}

  @ResolveField(() => Boolean, {
    description:
      'Whether the viewer may nominate them as a superuser: a member whom the viewer has not nominated within a year.',
  })
  async viewerCanNominate(@Parent() user: User, @Context() context: RequestContext): Promise<boolean> {
    if (!permits(programmePolicies.beOffered, context.viewer, user)) return false;
    return !(await this.nominated.load(context, user.accountId));
  }

  @ResolveField(() => types.SuperuserInvitation, {
    nullable: true,
    description: 'The invitation that they can answer. For oneself and STAFF; null for others.',
  })
  @Access(programmePolicies.readOwn)
  async superuserInvitation(
    @Parent() user: User,
    @Context() { viewer }: RequestContext,
  ): Promise<types.SuperuserInvitation | null> {
    if (!permits(programmePolicies.readOwn, viewer, user)) return null;
    const row = await this.queries.openInvitationOf(user.accountId);
    return row && rows.toInvitation(row);
  }

  @ResolveField(() => types.SuperuserTerm, {
    nullable: true,
    description: 'Their term as a superuser, while it lasts. For oneself and STAFF; null for others.',
  })
  @Access(programmePolicies.readOwn)
  async superuserTerm(
    @Parent() user: User,
    @Context() { viewer }: RequestContext,
  ): Promise<types.SuperuserTerm | null> {
    if (!permits(programmePolicies.readOwn, viewer, user)) return null;
    const row = await this.queries.openTermOf(user.accountId);
    const { rules } = await this.ruleSets.current();
    return row && rows.toTerm(row, rules);
  }

  @ResolveField(() => [types.SuperuserCriterion], {
    nullable: true,
    description: 'What they have, at this moment, of what it takes. For oneself and STAFF; null for others.',
  })
  @Access(programmePolicies.readOwn)
  async superuserCriteria(
    @Parent() user: User,
    @Context() { viewer }: RequestContext,
  ): Promise<types.SuperuserCriterion[] | null> {
    return permits(programmePolicies.readOwn, viewer, user) ? this.criteria.of(user.accountId) : null;
  }
}
