import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { permits } from '#libs/kernel';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { accountPolicies } from '../application/policies.js';
import { AccountQueries } from '../persistence/account.queries.js';
import { User } from './user.types.js';

@Resolver(() => User)
@AccessAsParent()
export class UserFieldsResolver {
  constructor(private readonly accounts: AccountQueries) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'For oneself and for ADMIN; null for everybody else.',
  })
  @Access(accountPolicies.readEmail)
  email(@Parent() user: User, @Context() context: RequestContext): string | null {
    return permits(accountPolicies.readEmail, context.viewer, user) ? user.privateEmail : null;
  }

  @ResolveField(() => String, { description: 'What the person says about themselves, in Markdown.' })
  about(@Parent() user: User): Promise<string> {
    return this.accounts.about(user.accountId);
  }

  @ResolveField(() => String, { description: 'The same as sanitised HTML.' })
  aboutHtml(@Parent() user: User): string {
    return user.aboutHtml;
  }
}
