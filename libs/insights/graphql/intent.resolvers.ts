import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isStaff } from '#libs/kernel';
import { Access, RateLimits } from '#libs/platform';
import type { RateLimit, RequestContext } from '#libs/platform';
import { InsightsConfiguration } from '../application/insights-configuration.js';
import { IntentRecorder } from '../application/intent-recorder.js';
import { insightsPolicies } from '../application/policies.js';
import { requireEvents, requireUuid } from '../domain/intent.js';
import { IntentPolicy, RecordIntentInput, RecordIntentPayload } from './intent.types.js';

/** For each address. An office shares one; a script that means to bend the figures does not get far. */
const RECORDINGS: RateLimit = { name: 'intent', points: 600, seconds: 600 };
const LOCALE = /^[a-z]{2,3}(?:-[a-z\d]{1,8}){0,3}$/i;

@Resolver()
export class IntentResolver {
  constructor(
    private readonly recorder: IntentRecorder,
    private readonly configuration: InsightsConfiguration,
    private readonly limits: RateLimits,
  ) {}

  @Query(() => IntentPolicy, {
    description:
      'Whether suggestions are to be shown to a session. The same for the same session, for as long as ' +
      'the share that is set stays.',
  })
  @Access(insightsPolicies.record)
  async intentPolicy(
    @Args('session', {
      type: () => String,
      description: 'The random UUID of the visit, as in `recordIntent`; BAD_USER_INPUT for anything else.',
    })
    session: string,
  ): Promise<IntentPolicy> {
    return { suggest: !(await this.configuration.isHeldOut(requireUuid(session, 'session'))) };
  }

  @Mutation(() => RecordIntentPayload, {
    description:
      'Notes what somebody does who looks for a solution: searches, suggestions, what is opened, and how ' +
      'it ends. For everybody, guests too. It is written a moment later, together with others, and kept ' +
      'for as long as is set, without account or address. RATE_LIMITED beyond 600 requests in ten minutes ' +
      'from one address.',
  })
  @Access(insightsPolicies.record)
  async recordIntent(
    @Context() { viewer, address, refusesRecording }: RequestContext,
    @Args('input', {
      type: () => RecordIntentInput,
      description: 'The visit, the search for a solution, and what was done.',
    })
    input: RecordIntentInput,
  ): Promise<RecordIntentPayload> {
    const session = requireUuid(input.session, 'session');
    const intent = requireUuid(input.intent, 'intent');
    const events = requireEvents(input.events);
    await this.limits.consume(RECORDINGS, address);
    // Whoever writes the answers tries out the search; they are not those who look for help.
    if (refusesRecording || isStaff(viewer.role)) return { recorded: 0 };
    const holdout = await this.configuration.isHeldOut(session);
    const locale = input.locale && LOCALE.test(input.locale) ? input.locale.toLowerCase() : 'und';
    return { recorded: this.recorder.note({ session, intent, locale, holdout, events }) };
  }
}
