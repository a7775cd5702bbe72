import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { User, accountFromJson, toUser } from '#libs/accounts';
import { Answer, PostLoader, PostPermissions, Question } from '#libs/forum';
import { permits } from '#libs/kernel';
import { AccessAsParent, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import { bountyPolicies } from '../application/policies.js';
import { BountyQueries, bountiesForAnswer, bountiesOf } from '../persistence/bounty.queries.js';
import type { AnswerBounties } from '../persistence/bounty.queries.js';
import { Bounty, BountyConnection, BountyPermissions, PersonBountiesArgs, toBounty } from './bounty.types.js';

@Resolver(() => Bounty)
@AccessAsParent()
export class BountyFieldsResolver {
  constructor(private readonly posts: PostLoader) {}

  @ResolveField(() => Question, { nullable: true, description: 'Null where the viewer may not see it.' })
  question({ row }: Bounty, _args: unknown, context: RequestContext): Promise<Question | null> {
    return this.posts.question(context, row.questionId);
  }

  @ResolveField(() => Answer, {
    nullable: true,
    description: 'The one that won it; null unless one did, and where the viewer may not see it (any more).',
  })
  answer({ row }: Bounty, _args: unknown, context: RequestContext): Promise<Answer | null> | null {
    return row.answerId === null ? null : this.posts.answer(context, row.answerId);
  }

  @ResolveField(() => User, { nullable: true, description: 'Null once the account was erased.' })
  offeredBy({ row }: Bounty): User | null {
    return row.offerer && toUser(accountFromJson(row.offerer));
  }

  @ResolveField(() => User, {
    nullable: true,
    description: 'Who won it; null unless somebody did, and once their account was erased.',
  })
  wonBy({ row }: Bounty): User | null {
    return row.winner && toUser(accountFromJson(row.winner));
  }

  @ResolveField(() => BountyPermissions, {
    description: 'What the viewer may do with it; nothing for guests.',
  })
  viewerCan({ row }: Bounty, _args: unknown, { viewer }: RequestContext): BountyPermissions {
    const maySettle = row.state === 'OPEN' && permits(bountyPolicies.settle, viewer, row);
    return { award: maySettle && isInTime(row), withdraw: maySettle && !row.isAnswered };
  }
}

@Resolver(() => Question)
@AccessAsParent()
export class QuestionBountiesResolver {
  @ResolveField(() => Bounty, {
    nullable: true,
    description: 'The one that can be won; null if there is none.',
  })
  bounty({ row }: Question): Bounty | null {
    const open = bountiesOf(row).find(({ state }) => state === 'OPEN');
    return open ? toBounty(open) : null;
  }

  @ResolveField(() => [Bounty], {
    description: 'What was offered for an answer, the newest first, 10 at most.',
  })
  bounties({ row }: Question): Bounty[] {
    return bountiesOf(row).map(toBounty);
  }
}

@Resolver(() => Answer)
@AccessAsParent()
export class AnswerBountyResolver {
  @ResolveField(() => Int, { description: 'Points that it won as bounties; 0 for none.' })
  bountyWon({ row }: Answer): number {
    return bountiesForAnswer(row).won;
  }
}

@Resolver(() => PostPermissions)
@AccessAsParent()
export class BountyPermissionsResolver {
  constructor(private readonly ruleSets: RuleSets) {}

  @ResolveField(() => Boolean, {
    description:
      'Questions only: offer a bounty; takes OFFER_BOUNTY, the points of the smallest one, and none that is open.',
  })
  async offerBounty({ row }: PostPermissions, _args: unknown, { viewer }: RequestContext): Promise<boolean> {
    if (row.kind !== 'question' || bountiesOf(row).some(({ state }) => state === 'OPEN')) return false;
    const { rules } = await this.ruleSets.current();
    return viewer.reputation >= rules.bounty.least && permits(bountyPolicies.offer, viewer, row);
  }

  @ResolveField(() => Boolean, {
    description: 'Answers only: give it the open bounty of the question; its offerer, and never to oneself.',
  })
  awardBounty({ row }: PostPermissions, _args: unknown, { viewer }: RequestContext): boolean {
    const isVisible = row.kind === 'answer' && !row.isDeleted && !row.isQuestionDeleted;
    const open = isVisible ? bountiesForAnswer(row).open : null;
    const canWin = row.authorId !== null && row.authorId !== open?.offeredBy;
    return open !== null && canWin && isInTime(open) && permits(bountyPolicies.settle, viewer, open);
  }
}

@Resolver(() => User)
@AccessAsParent()
export class PersonBountiesResolver {
  constructor(private readonly queries: BountyQueries) {}

  @ResolveField(() => BountyConnection, {
    description: 'Bounties that the person offered or won, the latest first; not those of deleted questions.',
  })
  async bounties(
    @Parent() { accountId }: User,
    @Args() { first, after, side }: PersonBountiesArgs,
  ): Promise<Connection<Bounty>> {
    const wanted = side ?? 'OFFERED';
    const page = await this.queries.ofPerson(accountId, wanted, { first: requirePageSize(first), after });
    return toConnection(page, {
      after,
      cursor: (row) => this.queries.cursorOfSide(wanted, row),
      node: toBounty,
    });
  }
}

function isInTime({ decidesAt }: NonNullable<AnswerBounties['open']>): boolean {
  return new Date(decidesAt).getTime() > Date.now();
}
