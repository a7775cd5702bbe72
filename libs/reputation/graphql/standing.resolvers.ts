import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { permits } from '#libs/kernel';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { reputationPolicies } from '../application/policies.js';
import { openerOf, privilegesOf } from '../application/privileges.js';
import type { PrivilegeOpener } from '../application/privileges.js';
import { RuleSets } from '../application/rule-sets.js';
import { VoteLimits } from '../application/vote-limits.js';
import { OPENED_BY, qualityOf } from '../domain/abilities.js';
import { ABILITIES } from '../domain/rule-set.js';
import {
  AbilityType,
  PrivilegeOpenerEnum,
  PrivilegeType,
  ReputationSource,
  VoteAllowanceType,
} from './privilege.types.js';
import { SourceLoader, StandingLoader } from './standing.loaders.js';

/** What a person may do, why, and what comes next. */
@Resolver(() => User)
@AccessAsParent()
export class StandingFieldsResolver {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly standing: StandingLoader,
    private readonly sources: SourceLoader,
    private readonly voteLimits: VoteLimits,
  ) {}

  @ResolveField(() => [PrivilegeType], {
    description:
      'What reputation, quality and role allow, and what comes next: in the order in which they open.',
  })
  async privileges(@Parent() user: User): Promise<PrivilegeType[]> {
    const { rules } = await this.ruleSets.current();
    return privilegesOf(user, rules).map((privilege) => ({ ...privilege, user }));
  }

  @ResolveField(() => [AbilityType], {
    nullable: true,
    description: 'How well they post, edit and report. For oneself and SUPERUSER and above; null for others.',
  })
  @Access(reputationPolicies.readStanding)
  async abilities(@Parent() user: User, @Context() context: RequestContext): Promise<AbilityType[] | null> {
    if (!permits(reputationPolicies.readStanding, context.viewer, user)) return null;
    const [{ abilities }, { rules }] = await Promise.all([
      this.standing.load(context, user.accountId),
      this.ruleSets.current(),
    ]);
    return ABILITIES.map((name) => {
      const { good, bad, isOpen } = abilities.find(({ ability }) => ability === name) ?? NOTHING_YET;
      const quality = qualityOf(good, bad);
      return { name, good, bad, quality, bar: rules.abilities[name], opens: OPENED_BY[name], isOpen };
    });
  }

  @ResolveField(() => [ReputationSource], {
    description: 'What `reputation` is made of, what brought most first.',
  })
  reputationSources(@Parent() user: User, @Context() context: RequestContext): Promise<ReputationSource[]> {
    return this.sources.load(context, user.accountId);
  }

  @ResolveField(() => VoteAllowanceType, {
    nullable: true,
    description: 'For oneself; null for others, and where votes are not limited.',
  })
  @Access(reputationPolicies.readAllowance)
  async voteAllowance(
    @Parent() user: User,
    @Context() context: RequestContext,
  ): Promise<VoteAllowanceType | null> {
    const isOwn = permits(reputationPolicies.readAllowance, context.viewer, user);
    return isOwn ? this.voteLimits.allowanceOf(user.accountId) : null;
  }
}

const NOTHING_YET = { good: 0, bad: 0, isOpen: false };
const DAY_MS = 86_400_000;

/** What has to be looked up for it, and most pages do not show. */
@Resolver(() => PrivilegeType)
@AccessAsParent()
export class PrivilegeFieldsResolver {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly standing: StandingLoader,
  ) {}

  @ResolveField(() => PrivilegeOpenerEnum, {
    nullable: true,
    description: 'Why they may; null where they may not.',
  })
  async openedBy(
    @Parent() privilege: PrivilegeType,
    @Context() context: RequestContext,
  ): Promise<PrivilegeOpener | null> {
    if (!privilege.held) return null;
    const { user, name } = privilege;
    const { abilities } = await this.standing.load(context, user.accountId);
    const isAble = abilities.some(({ ability, isOpen }) => isOpen && OPENED_BY[ability] === name);
    return openerOf(privilege, user, isAble);
  }

  @ResolveField(() => Date, {
    nullable: true,
    description:
      'Neither reputation nor quality would open it now: it is lost then, unless that changes. Not after now where it ' +
      'is lost within the hour. For oneself and SUPERUSER and above; null for others.',
  })
  @Access(reputationPolicies.readStanding)
  async atRiskUntil(
    @Parent() privilege: PrivilegeType,
    @Context() context: RequestContext,
  ): Promise<Date | null> {
    const { user, name, held } = privilege;
    if (!held || !permits(reputationPolicies.readStanding, context.viewer, user)) return null;
    const [{ risks }, { rules }] = await Promise.all([
      this.standing.load(context, user.accountId),
      this.ruleSets.current(),
    ]);
    const risk = risks.find(({ privilege: atRisk }) => atRisk === name);
    if (!risk) return null;
    const graceUntil = Date.parse(risk.since) + rules.hysteresis.graceDays * DAY_MS;
    return new Date(risk.isDue ? Math.min(Date.now(), graceUntil) : graceUntil);
  }
}
