import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AccountLoader, User } from '#libs/accounts';
import { Answer, PostLoader, Question } from '#libs/forum';
import { NotFoundError, authorise, encodeCursor, requireId } from '#libs/kernel';
import { Access, AccessAsParent, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { CandidateDesk } from '../application/candidate-desk.js';
import { knowledgePolicies } from '../application/policies.js';
import { CandidateQueries } from '../persistence/candidate.queries.js';
import * as types from './candidate.types.js';

/** The queue of answers that could become articles, and what curators do with it. */
@Resolver()
export class CandidatesResolver {
  constructor(
    private readonly candidates: CandidateQueries,
    private readonly desk: CandidateDesk,
  ) {}

  @Query(() => types.PromotionCandidateConnection, {
    description: 'By STAFF and ADMIN. The most pressing first.',
  })
  @Access(knowledgePolicies.curate)
  async promotionCandidates(
    @Context() { viewer }: RequestContext,
    @Args() { first, after, state }: types.CandidatesArgs,
  ): Promise<Connection<types.PromotionCandidate>> {
    authorise(knowledgePolicies.curate, viewer, undefined);
    const request = { first: requirePageSize(first), after };
    if (state === 'DECLINED') {
      return toConnection(await this.candidates.declined(request), {
        after,
        cursor: (row) =>
          encodeCursor('candidates.declined', [row.declinedAt?.toISOString() ?? '', row.answerId]),
        node: types.toCandidate,
      });
    }
    return toConnection(await this.candidates.page(request, state), {
      after,
      cursor: (row) => encodeCursor('candidates', [row.priority, row.answerId]),
      node: types.toCandidate,
    });
  }

  @Mutation(() => types.CandidatePayload, {
    description:
      'By STAFF and ADMIN: takes a candidate for 30 minutes, or renews that. CONFLICT with the `holder` ' +
      'if a colleague has it, unless `force`; also if the answer is no candidate any more.',
  })
  @Access(knowledgePolicies.curate)
  async claimCandidate(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.ClaimCandidateInput, description: 'The candidate.' })
    input: types.ClaimCandidateInput,
  ): Promise<types.CandidatePayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.desk.claim(viewer, answerId, { force: input.force ?? false });
    return this.payload(answerId);
  }

  @Mutation(() => types.CandidatePayload, {
    description:
      'By STAFF and ADMIN: gives back a candidate that the viewer has taken. That of somebody else is ' +
      'left alone.',
  })
  @Access(knowledgePolicies.curate)
  async releaseCandidate(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.CandidateInput, description: 'The candidate.' })
    input: types.CandidateInput,
  ): Promise<types.CandidatePayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.desk.release(viewer, answerId);
    return this.payload(answerId);
  }

  @Mutation(() => types.CandidatePayload, {
    description:
      'By STAFF and ADMIN: not for the FAQ. It comes back when the answer or its question is edited, or ' +
      'the answer is made official. CONFLICT as for claimCandidate.',
  })
  @Access(knowledgePolicies.curate)
  async declineCandidate(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.DeclineCandidateInput, description: 'The candidate and the reason.' })
    input: types.DeclineCandidateInput,
  ): Promise<types.CandidatePayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.desk.decline(viewer, answerId, { reason: input.reason, force: input.force ?? false });
    return this.payload(answerId);
  }

  @Mutation(() => types.CandidatePayload, {
    description:
      'By STAFF and ADMIN: takes a decline back; the candidate is in the queue again. Where there is ' +
      'none, nothing changes.',
  })
  @Access(knowledgePolicies.curate)
  async reopenCandidate(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => types.CandidateInput, description: 'The candidate.' })
    input: types.CandidateInput,
  ): Promise<types.CandidatePayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.desk.reopen(viewer, answerId);
    return this.payload(answerId);
  }

  private async payload(answerId: number): Promise<types.CandidatePayload> {
    const row = await this.candidates.byAnswer(answerId);
    return { candidate: row ? types.toCandidate(row) : null };
  }
}

@Resolver(() => types.PromotionCandidate)
@AccessAsParent()
export class CandidateFieldsResolver {
  constructor(
    private readonly posts: PostLoader,
    private readonly accounts: AccountLoader,
  ) {}

  @ResolveField(() => Answer, { description: 'The answer that could become an article.' })
  async answer(
    @Parent() { row }: types.PromotionCandidate,
    @Context() context: RequestContext,
  ): Promise<Answer> {
    const answer = await this.posts.answer(context, row.answerId);
    if (!answer) throw new NotFoundError('This answer');
    return answer;
  }

  @ResolveField(() => Question, { description: 'The question that it answers.' })
  async question(
    @Parent() { row }: types.PromotionCandidate,
    @Context() context: RequestContext,
  ): Promise<Question> {
    const question = await this.posts.question(context, row.questionId);
    if (!question) throw new NotFoundError('This question');
    return question;
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who works on it at the moment; null if nobody does.',
  })
  claimedBy(
    @Parent() { row }: types.PromotionCandidate,
    @Context() context: RequestContext,
  ): Promise<User | null> | null {
    return row.holderId === null ? null : this.accounts.load(context, row.holderId);
  }

  @ResolveField(() => User, {
    nullable: true,
    description:
      'Who said that it is not for the FAQ; null if nobody did, and once their account was erased.',
  })
  declinedBy(
    @Parent() { row }: types.PromotionCandidate,
    @Context() context: RequestContext,
  ): Promise<User | null> | null {
    return row.declinedBy === null ? null : this.accounts.load(context, row.declinedBy);
  }
}
