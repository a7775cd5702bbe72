import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import { Access } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Erasure } from '../application/erasure.js';
import { accountPolicies } from '../application/policies.js';
import { OkPayload } from './account.inputs.js';

@InputType({ description: 'What shows that somebody means it.' })
export class EraseOwnAccountInput {
  @Field(() => String, { description: 'The one in force; BAD_USER_INPUT if it is not.' })
  password: string;

  @Field(() => String, { description: 'One’s own user name, typed to confirm; BAD_USER_INPUT if it is not.' })
  username: string;
}

@InputType({ description: 'Whose account, why, and what shows that it is meant.' })
export class EraseAccountInput {
  @Field(() => ID, { description: 'Whose account it is; not one’s own.' })
  userId: string;

  @Field(() => String, {
    description:
      '1 to 300 characters. It stays on record for good, so it must not name the person. BAD_USER_INPUT without one.',
  })
  reason: string;

  @Field(() => String, { description: 'Their user name, typed to confirm; BAD_USER_INPUT if it is not.' })
  username: string;
}

@Resolver()
export class ErasureResolver {
  constructor(private readonly erasure: Erasure) {}

  @Mutation(() => OkPayload, {
    description:
      'Erases the viewer’s own account for good and ends all their sessions. What identifies them goes, most of it at ' +
      'once and all of it within a day; what they wrote in public stays without their name, and so do votes and points. ' +
      'CONFLICT for the only ADMIN; RATE_LIMITED beyond 5 tries in 15 minutes.',
  })
  @Access(accountPolicies.eraseOwn)
  async eraseOwnAccount(
    @Context() context: RequestContext,
    @Args('input', { type: () => EraseOwnAccountInput, description: 'Password and user name.' })
    input: EraseOwnAccountInput,
  ): Promise<OkPayload> {
    await this.erasure.eraseOwn(context.viewer, input);
    context.setSession(null);
    return { ok: true };
  }

  @Mutation(() => OkPayload, {
    description:
      'For ADMIN: erases the account of somebody else for good, as `eraseOwnAccount` does one’s own. NOT_FOUND for an ' +
      'account that does not exist or was erased; CONFLICT for the only ADMIN.',
  })
  @Access(accountPolicies.erase)
  async eraseAccount(
    @Context() context: RequestContext,
    @Args('input', { type: () => EraseAccountInput, description: 'The person, the reason and their name.' })
    input: EraseAccountInput,
  ): Promise<OkPayload> {
    await this.erasure.eraseOther(context.viewer, requireId(input.userId, 'account'), input);
    return { ok: true };
  }
}
