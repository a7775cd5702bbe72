import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { NotFoundError, requireActor, requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import { SuperuserCriteria } from '../application/criteria.js';
import { Invitations } from '../application/invitations.js';
import { Nominations } from '../application/nominations.js';
import { programmePolicies } from '../application/policies.js';
import { Terms } from '../application/terms.js';
import { ProgrammeQueries } from '../persistence/programme.queries.js';
import * as inputs from './programme.inputs.js';
import { toInvitation, toTerm } from './programme.rows.js';

@Resolver()
export class ProgrammeMutationsResolver {
  constructor(
    private readonly nominations: Nominations,
    private readonly invitations: Invitations,
    private readonly terms: Terms,
    private readonly criteria: SuperuserCriteria,
    private readonly queries: ProgrammeQueries,
    private readonly ruleSets: RuleSets,
    private readonly accounts: AccountLoader,
  ) {}

  @Mutation(() => inputs.NominateSuperuserPayload, {
    description:
      'Proposes a member as a superuser. Takes NOMINATE_SUPERUSER. BAD_USER_INPUT on `reason`, and on `userId` ' +
      'for oneself and for staff; CONFLICT for superusers and moderators, and for the same person within a ' +
      'year; RATE_LIMITED beyond 10 a day.',
  })
  @Access(programmePolicies.nominate)
  async nominateSuperuser(
    @Context() context: RequestContext,
    @Args('input', { type: () => inputs.NominateSuperuserInput, description: 'Who, and why.' })
    { userId, ...nomination }: inputs.NominateSuperuserInput,
  ): Promise<inputs.NominateSuperuserPayload> {
    const accountId = requireId(userId, 'account');
    await this.nominations.nominate(context.viewer, accountId, nomination);
    return { user: await this.person(context, accountId) };
  }

  @Mutation(() => inputs.SuperuserPayload, {
    description:
      'For STAFF. Invites a member, who is mailed. BAD_USER_INPUT on `message`, and on `userId` for oneself and ' +
      'for staff; CONFLICT for whoever is invited, a superuser or a moderator already, and within 30 days of a ' +
      'sanction.',
  })
  @Access(programmePolicies.manage)
  async inviteSuperuser(
    @Context() context: RequestContext,
    @Args('input', { type: () => inputs.InviteSuperuserInput, description: 'Who, and what is said with it.' })
    { userId, message }: inputs.InviteSuperuserInput,
  ): Promise<inputs.SuperuserPayload> {
    const accountId = requireId(userId, 'account');
    await this.invitations.invite(context.viewer, accountId, { message });
    return this.payload(context, accountId);
  }

  @Mutation(() => inputs.SuperuserPayload, {
    description: 'For STAFF. Takes an invitation back that nobody answered. CONFLICT if none is open.',
  })
  @Access(programmePolicies.manage)
  async withdrawSuperuserInvitation(
    @Context() context: RequestContext,
    @Args('input', { type: () => inputs.SuperuserPersonInput, description: 'Who was invited.' })
    { userId }: inputs.SuperuserPersonInput,
  ): Promise<inputs.SuperuserPayload> {
    const accountId = requireId(userId, 'account');
    await this.invitations.withdraw(context.viewer, accountId);
    return this.payload(context, accountId);
  }

  @Mutation(() => inputs.SuperuserPayload, {
    description:
      'The viewer accepts their invitation and is a superuser from now on. CONFLICT if none is open, and ' +
      'within 30 days of a sanction. Accepted again it changes nothing.',
  })
  @Access(programmePolicies.decideForOneself)
  async acceptSuperuserInvitation(@Context() context: RequestContext): Promise<inputs.SuperuserPayload> {
    await this.invitations.accept(context.viewer);
    return this.payload(context, requireActor(context.viewer).accountId);
  }

  @Mutation(() => inputs.SuperuserPayload, {
    description: 'The viewer declines their invitation; nothing else changes. CONFLICT if none is open.',
  })
  @Access(programmePolicies.decideForOneself)
  async declineSuperuserInvitation(@Context() context: RequestContext): Promise<inputs.SuperuserPayload> {
    await this.invitations.decline(context.viewer);
    return this.payload(context, requireActor(context.viewer).accountId);
  }

  @Mutation(() => inputs.SuperuserPayload, {
    description:
      'The viewer goes on as a superuser, for another term from the end of theirs. CONFLICT without a term, ' +
      'before its last 30 days, once it is over, and for whoever is below the criteria for longer than the days ' +
      'of grace, unless staff offered it.',
  })
  @Access(programmePolicies.decideForOneself)
  async renewSuperuserTerm(@Context() context: RequestContext): Promise<inputs.SuperuserPayload> {
    await this.terms.renew(context.viewer);
    return this.payload(context, requireActor(context.viewer).accountId);
  }

  @Mutation(() => inputs.SuperuserPayload, {
    description:
      'The viewer is a member again, at once and with our thanks. CONFLICT for moderators and above. Asked ' +
      'again it changes nothing.',
  })
  @Access(programmePolicies.decideForOneself)
  async stepDownAsSuperuser(@Context() context: RequestContext): Promise<inputs.SuperuserPayload> {
    await this.terms.stepDown(context.viewer);
    return this.payload(context, requireActor(context.viewer).accountId);
  }

  @Mutation(() => inputs.SuperuserPayload, {
    description:
      'For STAFF. Lets a superuser renew although they are below the criteria. CONFLICT without a term.',
  })
  @Access(programmePolicies.manage)
  async offerSuperuserRenewal(
    @Context() context: RequestContext,
    @Args('input', { type: () => inputs.SuperuserPersonInput, description: 'Whose term it is.' })
    { userId }: inputs.SuperuserPersonInput,
  ): Promise<inputs.SuperuserPayload> {
    const accountId = requireId(userId, 'account');
    await this.terms.offerRenewal(context.viewer, accountId);
    return this.payload(context, accountId);
  }

  @Mutation(() => inputs.RefreshSuperuserCandidatesPayload, {
    description:
      'For STAFF. Counts now who fulfils what, which otherwise happens each night. RATE_LIMITED beyond 6 in ten ' +
      'minutes.',
  })
  @Access(programmePolicies.manage)
  async refreshSuperuserCandidates(
    @Context() { viewer }: RequestContext,
  ): Promise<inputs.RefreshSuperuserCandidatesPayload> {
    await this.criteria.refresh(viewer);
    return { countedAt: await this.queries.countedAt() };
  }

  private async payload(context: RequestContext, accountId: number): Promise<inputs.SuperuserPayload> {
    const [user, invitation, term, { rules }] = await Promise.all([
      this.person(context, accountId),
      this.queries.openInvitationOf(accountId),
      this.queries.openTermOf(accountId),
      this.ruleSets.current(),
    ]);
    return { user, invitation: invitation && toInvitation(invitation), term: term && toTerm(term, rules) };
  }

  private async person(context: RequestContext, accountId: number): Promise<User> {
    // Their role may have changed.
    this.accounts.clear(context, accountId);
    const user = await this.accounts.load(context, accountId);
    if (!user) throw new NotFoundError('This person');
    return user;
  }
}
