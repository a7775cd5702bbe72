import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import { PrivilegeNameEnum } from '#libs/reputation';
import type { PrivilegeAtStake } from '#libs/reputation';
import type { AwardRule, BountyState, ReturnReason } from '../domain/bounty.js';
import type { BountyOrder, BountyRow, BountySide } from '../persistence/bounty.queries.js';

export const BountyStateEnum = { OPEN: 'OPEN', AWARDED: 'AWARDED', RETURNED: 'RETURNED' } as const;
registerEnumType(BountyStateEnum, {
  name: 'BountyState',
  description: 'What became of a bounty.',
  valuesMap: {
    OPEN: { description: 'It can be won; its points are held back.' },
    AWARDED: { description: 'The author of an answer has it. It stays so if the answer is deleted later.' },
    RETURNED: { description: 'All of it went back to whoever offered it.' },
  },
});

export const BountyAwardRuleEnum = {
  BY_OFFERER: 'BY_OFFERER',
  BY_ACCEPTANCE: 'BY_ACCEPTANCE',
  BY_SCORE: 'BY_SCORE',
} as const;
registerEnumType(BountyAwardRuleEnum, {
  name: 'BountyAwardRule',
  description: 'Who or what gave a bounty to an answer.',
  valuesMap: {
    BY_OFFERER: { description: 'Whoever offered it.' },
    BY_ACCEPTANCE: {
      description:
        'The rule, after its end: the answer was accepted, and written or accepted since the offer.',
    },
    BY_SCORE: {
      description:
        'The rule, after its end: the highest score of the answers since the offer, and enough of it; the ' +
        'older one of equals.',
    },
  },
});

export const BountyReturnReasonEnum = {
  WITHDRAWN: 'WITHDRAWN',
  QUESTION_DELETED: 'QUESTION_DELETED',
  NO_ANSWER: 'NO_ANSWER',
} as const;
registerEnumType(BountyReturnReasonEnum, {
  name: 'BountyReturnReason',
  description: 'Why a bounty went back.',
  valuesMap: {
    WITHDRAWN: { description: 'Its offerer took it back before anybody had answered for it.' },
    QUESTION_DELETED: { description: 'The question was deleted.' },
    NO_ANSWER: { description: 'It ended, and no answer met the rule.' },
  },
});

export const BountyOrderEnum = { ENDING: 'ENDING', AMOUNT: 'AMOUNT', NEWEST: 'NEWEST' } as const;
registerEnumType(BountyOrderEnum, {
  name: 'BountyOrder',
  description: 'How open bounties are listed.',
  valuesMap: {
    ENDING: { description: 'Those that end first come first.' },
    AMOUNT: { description: 'The largest first; the newest of equals first.' },
    NEWEST: { description: 'By when they were offered, the latest first.' },
  },
});

export const BountySideEnum = { OFFERED: 'OFFERED', WON: 'WON' } as const;
registerEnumType(BountySideEnum, {
  name: 'BountySide',
  description: 'What somebody has to do with a bounty.',
  valuesMap: {
    OFFERED: { description: 'They offered it.' },
    WON: { description: 'They won it.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description:
    'Reputation that somebody puts up for an answer. It is held back from the offer on, and goes whole to the ' +
    'author of one answer or whole back.',
})
export class Bounty extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: BountyRow;

  @Field(() => Int, { description: 'Points of reputation.' })
  amount: number;

  @Field(() => String, {
    description: 'What its offerer says with it, as plain text on one line; may be empty.',
  })
  note: string;

  @Field(() => BountyStateEnum, { description: 'What became of it.' })
  state: BountyState;

  @Field(() => Date, { description: 'When it was offered, UTC.' })
  createdAt: Date;

  @Field(() => Date, { description: 'When its time ends, UTC.' })
  endsAt: Date;

  @Field(() => Date, {
    description: 'Until when its offerer may award it, UTC; after that the rule decides.',
  })
  decidesAt: Date;

  @Field(() => Int, { description: 'The score from which the rule gives it to an answer.' })
  leastScore: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was awarded or went back, UTC; null while open.',
  })
  settledAt: Date | null;

  @Field(() => BountyAwardRuleEnum, {
    nullable: true,
    description: 'How it was awarded; null unless it was.',
  })
  awardRule: AwardRule | null;

  @Field(() => BountyReturnReasonEnum, {
    nullable: true,
    description: 'Why it went back; null unless it did.',
  })
  returnReason: ReturnReason | null;
}

export const BountyConnection = connectionOf<Bounty>('Bounty', () => Bounty);

export function toBounty(row: BountyRow): Bounty {
  const { amount, note, state, leastScore, awardRule, returnReason } = row;
  return {
    row,
    id: globalId('bounty', row.bountyId),
    ...{ amount, note, state, leastScore, awardRule, returnReason },
    createdAt: new Date(row.createdAt),
    endsAt: new Date(row.endsAt),
    decidesAt: new Date(row.decidesAt),
    settledAt: row.settledAt === null ? null : new Date(row.settledAt),
  };
}

@ObjectType({ description: 'What the viewer may do with a bounty as it is now; nothing for guests.' })
export class BountyPermissions {
  @Field(() => Boolean, {
    description: 'Give it to an answer by somebody else; its offerer, while it is open.',
  })
  award: boolean;

  @Field(() => Boolean, {
    description: 'Take it back; its offerer, while it is open and nobody else has answered since.',
  })
  withdraw: boolean;
}

@ObjectType('BountyStake', {
  description:
    'What the viewer may do by their reputation, and perhaps not for long after offering a bounty.',
})
export class BountyStakeType implements PrivilegeAtStake {
  @Field(() => PrivilegeNameEnum, { description: 'What it is about.' })
  name: PrivilegeAtStake['name'];

  @Field(() => Int, { description: 'The reputation that it takes.' })
  reputationNeeded: number;

  @Field(() => Int, {
    description:
      'From so many points on it comes to rest until reputation is back, unless quality opens it too.',
  })
  fromAmount: number;
}

@ObjectType({ description: 'What can be offered as a bounty, by the rules in force.' })
export class BountyTerms {
  @Field(() => Int, { description: 'Points, at least.' })
  least: number;

  @Field(() => Int, { description: 'Points, at most; and never more than somebody has.' })
  most: number;

  @Field(() => Int, { description: 'For so many days it is open to everybody.' })
  days: number;

  @Field(() => Int, { description: 'For so many days more its offerer may award it.' })
  graceDays: number;

  @Field(() => Int, { description: 'The score from which the rule gives it to an answer.' })
  leastScore: number;

  @Field(() => Int, { description: 'The reputation from which people may offer one.' })
  reputationNeeded: number;

  @Field(() => [BountyStakeType], {
    description: 'What offering one may cost the viewer, what goes first first; empty for guests.',
  })
  stakes: BountyStakeType[];
}

@ArgsType()
export class BountiesArgs extends PageArgs {
  @Field(() => BountyOrderEnum, { nullable: true, defaultValue: 'ENDING', description: 'What comes first.' })
  orderBy?: BountyOrder | null;

  @Field(() => String, { nullable: true, description: 'Only for questions that carry this tag.' })
  tag?: string | null;
}

@ArgsType()
export class PersonBountiesArgs extends PageArgs {
  @Field(() => BountySideEnum, {
    nullable: true,
    defaultValue: 'OFFERED',
    description: 'Those that the person offered, or won.',
  })
  side?: BountySide | null;
}

@InputType({ description: 'What is put up for an answer.' })
export class OfferBountyInput {
  @Field(() => ID, { description: 'Anybody’s question, which has no open bounty.' })
  questionId: string;

  @Field(() => Int, { description: 'Points of one’s own reputation; see `bountyTerms`.' })
  amount: number;

  @Field(() => String, {
    nullable: true,
    description: 'What is wanted, as plain text of up to 300 characters.',
  })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A name of the client’s choice: the mutation sent again with the same one acts once.',
  })
  clientMutationId?: string | null;
}

@InputType({ description: 'Which answer wins a bounty.' })
export class AwardBountyInput {
  @Field(() => ID, { description: 'A bounty that the viewer offered.' })
  bountyId: string;

  @Field(() => ID, { description: 'An answer to its question, by somebody else.' })
  answerId: string;
}

@InputType({ description: 'Names the bounty that is taken back.' })
export class WithdrawBountyInput {
  @Field(() => ID, { description: 'A bounty that the viewer offered.' })
  bountyId: string;
}

@ObjectType({ description: 'The bounty that was offered, awarded or taken back.' })
export class BountyPayload {
  @Field(() => Bounty, { description: 'As it is now.' })
  bounty: Bounty;
}
