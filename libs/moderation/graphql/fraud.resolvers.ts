import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NotFoundError, authorise, idOrNull, requireActor, requireId } from '#libs/kernel';
import { Access, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { FraudCases } from '../application/fraud-cases.js';
import { FraudSettings } from '../application/fraud-settings.js';
import { moderationPolicies } from '../application/policies.js';
import { FraudCaseQueries } from '../persistence/fraud-case.queries.js';
import * as types from './fraud.types.js';

const NOBODY = { accountIds: [] };

@Resolver()
export class FraudQueriesResolver {
  constructor(
    private readonly queries: FraudCaseQueries,
    private readonly settings: FraudSettings,
  ) {}

  @Query(() => types.FraudCaseConnection, {
    description:
      'For MODERATOR and above: votes and acceptances that look arranged, what grew last first; none that is about the ' +
      'viewer.',
  })
  @Access(moderationPolicies.readFraud)
  async fraudCases(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, states }: types.FraudCasesArgs,
  ): Promise<Connection<types.FraudCase>> {
    authorise(moderationPolicies.readFraud, viewer, NOBODY);
    const { accountId } = requireActor(viewer);
    const page = await this.queries.list(accountId, states ?? ['OPEN', 'PROPOSED'], {
      first: requirePageSize(first),
      after,
    });
    return toConnection(page, { after, cursor: this.queries.cursor, node: types.toFraudCase });
  }

  @Query(() => types.FraudCase, {
    nullable: true,
    description: 'For MODERATOR and above: one case; null if there is none, and for those whom it is about.',
  })
  @Access(moderationPolicies.readFraud)
  async fraudCase(
    @Context() { viewer }: RequestContext,
    @Args('id', { type: () => ID, description: 'Its global id.' }) id: string,
  ): Promise<types.FraudCase | null> {
    authorise(moderationPolicies.readFraud, viewer, NOBODY);
    const caseId = idOrNull(id, 'fraudCase');
    const row = caseId === null ? undefined : await this.queries.byId(caseId, requireActor(viewer).accountId);
    return row ? types.toFraudCase(row) : null;
  }

  @Query(() => [types.InvalidatedMonth], {
    description:
      'How many votes and acceptances were found invalid, for the last twelve months, the latest first.',
  })
  @Access(moderationPolicies.readInvalidated)
  invalidatedByMonth(): Promise<types.InvalidatedMonth[]> {
    return this.queries.invalidatedByMonth();
  }

  @Query(() => types.FraudThresholdsType, { description: 'For ADMIN: from where on something is looked at.' })
  @Access(moderationPolicies.setFraudThresholds)
  fraudThresholds(@Context() { viewer }: RequestContext): Promise<types.FraudThresholdsType> {
    authorise(moderationPolicies.setFraudThresholds, viewer, undefined);
    return this.settings.thresholds();
  }
}

@Resolver()
export class FraudMutationsResolver {
  constructor(
    private readonly cases: FraudCases,
    private readonly settings: FraudSettings,
    private readonly queries: FraudCaseQueries,
  ) {}

  @Mutation(() => types.FraudCasePayload, {
    description:
      'Proposes which votes and acceptances of a case are to count no longer; somebody else has to confirm it. By ' +
      'MODERATOR and above whom the case is not about. BAD_USER_INPUT on `reason` and `voteIds`; CONFLICT with `state` ' +
      'and `decidedBy` unless it is OPEN.',
  })
  @Access(moderationPolicies.decideOnFraud)
  async proposeInvalidation(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ProposeInvalidationInput, description: 'What, and why.' })
    { caseId, voteIds, answerIds, reason }: types.ProposeInvalidationInput,
  ): Promise<types.FraudCasePayload> {
    const id = requireId(caseId, 'fraudCase');
    await this.cases.propose(context.viewer, id, {
      voteIds: voteIds?.map((voteId) => requireId(voteId, 'vote')) ?? null,
      answerIds: answerIds?.map((answerId) => requireId(answerId, 'answer')) ?? null,
      reason,
    });
    return this.payload(id, context);
  }

  @Mutation(() => types.FraudCasePayload, {
    description:
      'Makes what somebody else has proposed invalid. Everybody loses what they had from it; votes that were withdrawn ' +
      'meanwhile are left out. By MODERATOR and above whom the case is not about. CONFLICT with `state` and ' +
      '`decidedBy` unless it is PROPOSED.',
  })
  @Access(moderationPolicies.decideOnFraud)
  async confirmInvalidation(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.ConfirmInvalidationInput, description: 'The case.' })
    input: types.ConfirmInvalidationInput,
  ): Promise<types.FraudCasePayload> {
    const id = requireId(input.caseId, 'fraudCase');
    await this.cases.confirm(context.viewer, id);
    return this.payload(id, context);
  }

  @Mutation(() => types.FraudCasePayload, {
    description:
      'Dismisses a case. By MODERATOR and above whom it is not about. BAD_USER_INPUT on `reason`; CONFLICT with ' +
      '`state` and `decidedBy` unless it is OPEN or PROPOSED.',
  })
  @Access(moderationPolicies.decideOnFraud)
  async dismissFraudCase(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.DismissFraudCaseInput, description: 'The case, and why.' })
    input: types.DismissFraudCaseInput,
  ): Promise<types.FraudCasePayload> {
    const id = requireId(input.caseId, 'fraudCase');
    await this.cases.dismiss(context.viewer, id, input.reason);
    return this.payload(id, context);
  }

  @Mutation(() => types.FraudCasePayload, {
    description:
      'Gives everything back as it was. An ADMIN does it alone; of others (MODERATOR and above) the first proposes it and ' +
      'the second does it. CONFLICT unless the case is INVALIDATED.',
  })
  @Access(moderationPolicies.decideOnFraud)
  async undoInvalidation(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.UndoInvalidationInput, description: 'The case, and why.' })
    input: types.UndoInvalidationInput,
  ): Promise<types.FraudCasePayload> {
    const id = requireId(input.caseId, 'fraudCase');
    await this.cases.undo(context.viewer, id, input.reason);
    return this.payload(id, context);
  }

  @Mutation(() => types.FraudThresholdsType, {
    description:
      'Sets from where on something is looked at; by ADMIN. BAD_USER_INPUT on each that is out of range.',
  })
  @Access(moderationPolicies.setFraudThresholds)
  async updateFraudThresholds(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.FraudThresholdsType, description: 'All of them.' })
    input: types.FraudThresholdsType,
  ): Promise<types.FraudThresholdsType> {
    await this.settings.setThresholds(viewer, input);
    return this.settings.thresholds();
  }

  private async payload(id: number, context: RequestContext): Promise<types.FraudCasePayload> {
    // It has changed what posts and people show.
    context.loaders.clear();
    const row = await this.queries.byId(id, requireActor(context.viewer).accountId);
    if (!row) throw new NotFoundError('This case');
    return { fraudCase: types.toFraudCase(row) };
  }
}
