import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { permits, requireId } from '#libs/kernel';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Marks } from '../application/marks.js';
import { OnBehalf } from '../application/on-behalf.js';
import { forumPolicies } from '../application/policies.js';
import { Supersession as SupersessionUseCase } from '../application/supersession.js';
import type { PostRow, ThreadFacts } from '../persistence/post.queries.js';
import { SilenceLoader, SolutionIdsLoader, TopScoreLoader } from './answer-states.loaders.js';
import * as types from './answer-states.types.js';
import { PostPermissions } from './content.types.js';
import { ForumPayloads } from './forum.payloads.js';
import { AnswerPayload, QuestionPayload } from './payload.types.js';
import { PostLoader } from './post.loaders.js';
import { Answer, Question } from './post.types.js';

/** What the asker and those who moderate say of answers, besides accepting them and making them official. */
@Resolver()
export class AnswerStatesResolver {
  constructor(
    private readonly marks: Marks,
    private readonly onBehalf: OnBehalf,
    private readonly supersession: SupersessionUseCase,
    private readonly payloads: ForumPayloads,
  ) {}

  @Mutation(() => QuestionPayload, {
    description:
      'By the asker: this solved it too, besides the accepted answer; four answers of a question at most, or fewer where the rules say so. Saying the same again changes nothing. CONFLICT for the accepted answer, and when there are as many already (with `most`).',
  })
  @Access(forumPolicies.markAlsoSolved)
  async markAlsoSolved(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.MarkAlsoSolvedInput, description: 'The answer.' })
    input: types.MarkAlsoSolvedInput,
  ): Promise<QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.question(context, await this.marks.markAlsoSolved(context.viewer, answerId));
  }

  @Mutation(() => QuestionPayload, {
    description: 'By the asker: takes markAlsoSolved back. CONFLICT if the answer is not marked.',
  })
  @Access(forumPolicies.markAlsoSolved)
  async unmarkAlsoSolved(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.MarkAlsoSolvedInput, description: 'The answer.' })
    input: types.MarkAlsoSolvedInput,
  ): Promise<QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    return this.payloads.question(context, await this.marks.unmarkAlsoSolved(context.viewer, answerId));
  }

  @Mutation(() => QuestionPayload, {
    description:
      'By MODERATOR and above, in the name of an asker who has decided nothing for as many days as the rules say since the answer was written. CONFLICT before that (with `from`, when it may be done) and where the asker has accepted an answer. The asker may move it any time.',
  })
  @Access(forumPolicies.acceptOnBehalf)
  async acceptOnBehalf(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AcceptOnBehalfInput, description: 'The answer and the reason.' })
    input: types.AcceptOnBehalfInput,
  ): Promise<QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    const questionId = await this.onBehalf.accept(context.viewer, answerId, input.reason);
    return this.payloads.question(context, questionId);
  }

  @Mutation(() => QuestionPayload, {
    description:
      'By MODERATOR and above: takes back what was accepted on behalf of the asker. CONFLICT for any other acceptance.',
  })
  @Access(forumPolicies.acceptOnBehalf)
  async unacceptOnBehalf(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.AcceptOnBehalfInput, description: 'The answer and the reason.' })
    input: types.AcceptOnBehalfInput,
  ): Promise<QuestionPayload> {
    const answerId = requireId(input.answerId, 'answer');
    const questionId = await this.onBehalf.unaccept(context.viewer, answerId, input.reason);
    return this.payloads.question(context, questionId);
  }

  @Mutation(() => AnswerPayload, {
    description:
      'By the author of the older answer, and by SUPERUSER and above: a newer answer replaces it. It is then listed after all that none replaces, and keeps its other marks.',
  })
  @Access(forumPolicies.supersede)
  async supersedeAnswer(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.SupersedeAnswerInput,
      description: 'The answer, the newer one, and why.',
    })
    input: types.SupersedeAnswerInput,
  ): Promise<AnswerPayload> {
    const answerId = requireId(input.answerId, 'answer');
    const newerId = requireId(input.byAnswerId, 'answer');
    await this.supersession.supersede(context.viewer, answerId, newerId, input.reason);
    return this.payloads.answer(context, answerId);
  }

  @Mutation(() => AnswerPayload, {
    description: 'By whom supersedeAnswer is for: takes it back. CONFLICT if no newer answer replaces it.',
  })
  @Access(forumPolicies.supersede)
  async withdrawSupersession(
    @Context() context: RequestContext,
    @Args('input', { type: () => types.WithdrawSupersessionInput, description: 'The answer.' })
    input: types.WithdrawSupersessionInput,
  ): Promise<AnswerPayload> {
    const answerId = requireId(input.answerId, 'answer');
    await this.supersession.withdraw(context.viewer, answerId);
    return this.payloads.answer(context, answerId);
  }
}

@Resolver(() => Answer)
@AccessAsParent()
export class AnswerStateFieldsResolver {
  constructor(private readonly topScores: TopScoreLoader) {}

  @ResolveField(() => types.Acceptance, {
    nullable: true,
    description: 'Who accepted it, when, and which revision; null unless `isAccepted`.',
  })
  acceptance({ row }: Answer): types.Acceptance | null {
    return types.acceptanceOf(row);
  }

  @ResolveField(() => types.AnswerMark, {
    nullable: true,
    description: 'Who made it official, when, and which revision; null unless `isOfficial`.',
  })
  officialMark({ row }: Answer): types.AnswerMark | null {
    return types.officialMarkOf(row);
  }

  @ResolveField(() => types.AnswerMark, {
    nullable: true,
    description: 'The asker says: this solved it too. Null for the accepted answer and where nobody says so.',
  })
  alsoSolved({ row }: Answer): types.AnswerMark | null {
    return types.alsoSolvedOf(row);
  }

  @ResolveField(() => types.Supersession, {
    nullable: true,
    description: 'The newer answer that replaces it; null while none does.',
  })
  supersession({ row }: Answer): types.Supersession | null {
    return types.supersessionOf(row);
  }

  @ResolveField(() => Boolean, {
    description:
      'No other answer to the question has a higher score, and its own is above 0. Several may share it.',
  })
  async isTopVoted({ row, score }: Answer, _args: unknown, context: RequestContext): Promise<boolean> {
    if (score <= 0 || row.isDeleted) return false;
    const top = knowsThread(row) ? row.topScore : await this.topScores.load(context, row.questionId);
    return top === score;
  }
}

/** Lists of answers bring it along; of other answers it is read together. */
function knowsThread(row: PostRow): row is PostRow & ThreadFacts {
  return 'topScore' in row;
}

@Resolver(() => types.Supersession)
@AccessAsParent()
export class SupersessionFieldsResolver {
  constructor(private readonly posts: PostLoader) {}

  @ResolveField(() => Answer, { nullable: true, description: 'The answer that replaces it.' })
  newer({ row }: types.Supersession, _args: unknown, context: RequestContext): Promise<Answer | null> | null {
    return this.answer(context, row.successorIds?.[0]);
  }

  @ResolveField(() => Answer, {
    nullable: true,
    description: 'Where the newer answer is replaced itself: the last of the chain, the one to read.',
  })
  newest(
    { row }: types.Supersession,
    _args: unknown,
    context: RequestContext,
  ): Promise<Answer | null> | null {
    return this.answer(context, row.successorIds?.at(-1));
  }

  private answer(context: RequestContext, id: number | undefined): Promise<Answer | null> | null {
    return id === undefined ? null : this.posts.answer(context, id);
  }
}

@Resolver(() => Question)
@AccessAsParent()
export class SolutionsFieldResolver {
  constructor(
    private readonly ids: SolutionIdsLoader,
    private readonly posts: PostLoader,
  ) {}

  @ResolveField(() => [Answer], {
    description:
      'What solved it, as its asker says: the accepted answer first, then up to four others in the order in which they were marked.',
  })
  async solutions({ row }: Question, _args: unknown, context: RequestContext): Promise<Answer[]> {
    const ids = await this.ids.load(context, row.id);
    const answers = await Promise.all(ids.map((id) => this.posts.answer(context, id)));
    return answers.filter((answer) => answer !== null);
  }
}

@Resolver(() => PostPermissions)
@AccessAsParent()
export class OnBehalfPermissionResolver {
  constructor(private readonly silence: SilenceLoader) {}

  @ResolveField(() => Boolean, {
    description:
      'Answers only: accept it on behalf of the asker, now; or take that back, for an answer that was accepted so.',
  })
  async acceptOnBehalf({ row }: PostPermissions, _args: unknown, context: RequestContext): Promise<boolean> {
    if (!permits(forumPolicies.acceptOnBehalf, context.viewer, row)) return false;
    if (row.acceptedAt) return row.acceptedOnBehalf;
    const since = await this.silence.load(context, row.questionId);
    return since !== null && row.createdAt <= since;
  }
}
