import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import { Access, RateLimits } from '#libs/platform';
import type { RateLimit, RequestContext } from '#libs/platform';
import { Accounts } from '../application/accounts.js';
import { Login } from '../application/login.js';
import { PasswordReset } from '../application/password-reset.js';
import { accountPolicies } from '../application/policies.js';
import { Registration } from '../application/registration.js';
import { Sessions } from '../application/sessions.js';
import * as types from './account.inputs.js';
import { AccountLoader } from './account.loader.js';
import type { User } from './user.types.js';

const REGISTRATIONS: RateLimit = { name: 'register', points: 20, seconds: 3_600 };

@Resolver()
export class AccountMutationsResolver {
  constructor(
    private readonly registration: Registration,
    private readonly login: Login,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly passwordReset: PasswordReset,
    private readonly limits: RateLimits,
    private readonly loader: AccountLoader,
  ) {}

  @Mutation(() => types.SessionPayload, {
    description:
      'Creates an account and logs it in. The first account of an empty site becomes its ADMIN. ' +
      'RATE_LIMITED beyond 20 an hour from one address.',
  })
  @Access(accountPolicies.register)
  async register(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.RegisterInput, description: 'Who they want to be here.' })
    input: types.RegisterInput,
  ): Promise<types.SessionPayload> {
    await this.limits.consume(REGISTRATIONS, context.address);
    return this.openSession(context, await this.registration.register(input));
  }

  @Mutation(() => types.SessionPayload, {
    name: 'login',
    description:
      'Opens a session. UNAUTHENTICATED if name or password is wrong, without saying which; RATE_LIMITED ' +
      'after several failures.',
  })
  @Access(accountPolicies.login)
  async logIn(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.LoginInput, description: 'Name or address, and password.' })
    input: types.LoginInput,
  ): Promise<types.SessionPayload> {
    return this.openSession(context, await this.login.verify(input.login, input.password, context.address));
  }

  @Mutation(() => types.LogoutPayload, { description: 'Ends the session that the request came with.' })
  @Access(accountPolicies.logout)
  async logout(@Context() context: RequestContext): Promise<types.LogoutPayload> {
    if (context.sessionToken) await this.sessions.close(context.sessionToken);
    context.setSession(null);
    return { ok: true };
  }

  @Mutation(() => types.UserPayload, {
    description:
      'For ADMIN. CONFLICT if the site would be left without an ADMIN; NOT_FOUND for an account that does ' +
      'not exist.',
  })
  @Access(accountPolicies.setRole)
  async setRole(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.SetRoleInput, description: 'The person and the role.' })
    input: types.SetRoleInput,
  ): Promise<types.UserPayload> {
    const accountId = requireId(input.userId, 'account');
    await this.accounts.setRole(context.viewer, accountId, input.role);
    return { user: await this.read(context, accountId) };
  }

  @Mutation(() => types.UserPayload, {
    description: 'Changes the viewer’s own profile. BAD_USER_INPUT on `displayName` or `about`.',
  })
  @Access(accountPolicies.changeOwn)
  async editProfile(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.EditProfileInput, description: 'What is to change.' })
    input: types.EditProfileInput,
  ): Promise<types.UserPayload> {
    await this.accounts.editProfile(context.viewer, input);
    return { user: await this.read(context, context.viewer.accountId ?? 0) };
  }

  @Mutation(() => types.SessionPayload, {
    description:
      'Sets the viewer’s password, ends all their other sessions and opens a new one. BAD_USER_INPUT on ' +
      '`currentPassword` or `newPassword`.',
  })
  @Access(accountPolicies.changeOwn)
  async changePassword(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.ChangePasswordInput,
      description: 'The password in force and the one to come.',
    })
    input: types.ChangePasswordInput,
  ): Promise<types.SessionPayload> {
    const token = await this.accounts.changePassword(
      context.viewer,
      input.currentPassword,
      input.newPassword,
    );
    return this.withSession(context, context.viewer.accountId ?? 0, token);
  }

  @Mutation(() => types.OkPayload, {
    description:
      'Mails a link for choosing a new password. The answer is the same whether or not the account ' +
      'exists. RATE_LIMITED beyond 5 an hour from one address.',
  })
  @Access(accountPolicies.resetPassword)
  async requestPasswordReset(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.RequestPasswordResetInput, description: 'The address to write to.' })
    input: types.RequestPasswordResetInput,
  ): Promise<types.OkPayload> {
    await this.passwordReset.request(input.email, context.address);
    return { ok: true };
  }

  @Mutation(() => types.SessionPayload, {
    description:
      'Sets a new password by the token of a mailed link, once; ends every session of the account and ' +
      'opens a new one.',
  })
  @Access(accountPolicies.resetPassword)
  async resetPassword(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ResetPasswordInput, description: 'Token and new password.' })
    input: types.ResetPasswordInput,
  ): Promise<types.SessionPayload> {
    const { accountId, token } = await this.passwordReset.redeem(input.token, input.password);
    return this.withSession(context, accountId, token);
  }

  private async openSession(context: RequestContext, accountId: number): Promise<types.SessionPayload> {
    return this.withSession(context, accountId, await this.sessions.open(accountId));
  }

  private async withSession(
    context: RequestContext,
    accountId: number,
    token: string,
  ): Promise<types.SessionPayload> {
    context.setSession(token);
    return { user: await this.read(context, accountId), token };
  }

  private async read(context: RequestContext, accountId: number): Promise<User> {
    this.loader.clear(context, accountId);
    const user = await this.loader.load(context, accountId);
    if (!user) throw new Error(`account ${accountId} vanished while it was changed`);
    return user;
  }
}
