import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, SessionPayload, Sessions } from '#libs/accounts';
import { authorise, encodeCursor, permits } from '#libs/kernel';
import { Access, AccessAsParent, PageArgs, RateLimits, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RateLimit, RequestContext } from '#libs/platform';
import { sitePolicies } from '../application/policies.js';
import { Setup } from '../application/setup.js';
import { SiteProfiles } from '../application/site-profiles.js';
import { Warnings } from '../application/warnings.js';
import { MailQueries } from '../persistence/mail.queries.js';
import {
  Mail,
  MailConnection,
  SetupSiteInput,
  Site,
  SitePayload,
  SiteWarning,
  UpdateSiteInput,
  toMail,
} from './site.types.js';

const SETUPS: RateLimit = { name: 'setup', points: 20, seconds: 3_600 };

@Resolver()
export class SiteQueriesResolver {
  constructor(
    private readonly profiles: SiteProfiles,
    private readonly mailQueries: MailQueries,
  ) {}

  @Query(() => Site, { description: 'The community that this server is for.' })
  @Access(sitePolicies.read)
  site(): Promise<Site> {
    return this.profiles.current();
  }

  @Query(() => MailConnection, {
    description:
      'For ADMIN: mails that have not left the site, since there is no mail server or it refused them.',
  })
  @Access(sitePolicies.readMails)
  async mails(
    @Context() { viewer }: RequestContext,
    @Args() { first, after }: PageArgs,
  ): Promise<Connection<Mail>> {
    authorise(sitePolicies.readMails, viewer, undefined);
    const page = await this.mailQueries.kept({ first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => encodeCursor('mails', [row.mailId]),
      node: toMail,
    });
  }
}

@Resolver(() => Site)
@AccessAsParent()
export class SiteFieldsResolver {
  constructor(
    private readonly setup: Setup,
    private readonly siteWarnings: Warnings,
  ) {}

  @ResolveField(() => Boolean, { description: 'No account founded the site yet: `setupSite` does.' })
  needsSetup(): Promise<boolean> {
    return this.setup.isNeeded();
  }

  @ResolveField(() => Boolean, {
    description:
      'There is nothing to read yet; a site with imported content has readers before it has an ADMIN.',
  })
  isEmpty(): Promise<boolean> {
    return this.setup.isSiteEmpty();
  }

  @ResolveField(() => [SiteWarning], {
    description: 'For ADMIN: what needs attention, such as limits that are off. Empty for everybody else.',
  })
  @Access(sitePolicies.read)
  warnings(@Context() { viewer }: RequestContext): Promise<SiteWarning[]> | SiteWarning[] {
    return permits(sitePolicies.readWarnings, viewer, undefined) ? this.siteWarnings.current() : [];
  }
}

@Resolver()
export class SiteMutationsResolver {
  constructor(
    private readonly setup: Setup,
    private readonly profiles: SiteProfiles,
    private readonly sessions: Sessions,
    private readonly accounts: AccountLoader,
    private readonly limits: RateLimits,
  ) {}

  @Mutation(() => SessionPayload, {
    description:
      'Founds an empty site: creates its ADMIN, names it and logs in. CONFLICT once somebody has done so; ' +
      'RATE_LIMITED beyond 20 attempts an hour from one address.',
  })
  @Access(sitePolicies.setUp)
  async setupSite(
    @Context() context: RequestContext,
    @Args('input', { type: () => SetupSiteInput, description: 'Who founds it, and what it is called.' })
    input: SetupSiteInput,
  ): Promise<SessionPayload> {
    await this.limits.consume(SETUPS, context.address);
    const accountId = await this.setup.found(input);
    const token = await this.sessions.open(accountId);
    context.setSession(token);
    const user = await this.accounts.load(context, accountId);
    if (!user) throw new Error('the founder vanished while the site was set up');
    return { user, token };
  }

  @Mutation(() => SitePayload, {
    description:
      'For ADMIN. Changes what is given and keeps the rest; what was there before is kept on record.',
  })
  @Access(sitePolicies.update)
  async updateSite(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => UpdateSiteInput, description: 'What is to change.' }) input: UpdateSiteInput,
  ): Promise<SitePayload> {
    await this.profiles.update(viewer, input);
    return { site: await this.profiles.current() };
  }
}
