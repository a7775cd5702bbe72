import {
  Args,
  Context,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { requireId } from '#libs/kernel';
import { Access, AccessAsParent } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { Affected } from '../application/affected.js';
import { forumPolicies } from '../application/policies.js';
import { QuestionPayload } from './forum.inputs.js';
import { ForumPayloads } from './forum.payloads.js';
import { ViewerReactionsLoader } from './post.loaders.js';
import { Question } from './post.types.js';

@InputType({ description: 'Whether the viewer has the problem of a question too.' })
export class MarkAffectedInput {
  @Field(() => ID, { description: 'A question that somebody else asked.' })
  questionId: string;

  @Field(() => Boolean, { description: 'True: I have this too. False takes it back.' })
  affected: boolean;
}

@Resolver()
export class AffectedResolver {
  constructor(
    private readonly affected: Affected,
    private readonly payloads: ForumPayloads,
  ) {}

  @Mutation(() => QuestionPayload, {
    description:
      '“I have this too”, once a person; FORBIDDEN for the asker. Saying the same again changes nothing. ' +
      'RATE_LIMITED beyond 120 an hour.',
  })
  @Access(forumPolicies.markAffected)
  async markAffected(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => MarkAffectedInput,
      description: 'The question, and whether it is the viewer’s problem too.',
    })
    input: MarkAffectedInput,
  ): Promise<QuestionPayload> {
    const questionId = requireId(input.questionId, 'question');
    await this.affected.mark(context.viewer, questionId, input.affected);
    return this.payloads.question(context, questionId);
  }
}

@Resolver(() => Question)
@AccessAsParent()
export class AffectedFieldsResolver {
  constructor(private readonly reactions: ViewerReactionsLoader) {}

  @ResolveField(() => Int, { description: 'People who said “I have this too”, besides the asker.' })
  affectedCount(@Parent() { row }: Question): number {
    return row.affectedCount;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer said “I have this too”.' })
  async viewerIsAffected(@Parent() { row }: Question, @Context() context: RequestContext): Promise<boolean> {
    return (await this.reactions.load(context, row.questionId)).isAffected;
  }
}
