import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { RECOMPUTATION_STATES } from '../domain/recomputation.js';
import type { RecomputationState } from '../domain/recomputation.js';
import { ReputationRules, RuleDifference, enumOf } from './rules.types.js';

@InputType({ description: 'A figure by its path.' })
export class RuleValueInput {
  @Field(() => String, { description: 'As `reputationRules` gives it.' })
  path: string;

  @Field(() => Float, { description: 'What it is to be.' })
  value: number;
}

@InputType({ description: 'A name in one language.' })
export class RankNameInput {
  @Field(() => String, { description: 'A language tag (BCP 47).' })
  locale: string;

  @Field(() => String, { description: '1 to 40 characters; no other rank has it.' })
  name: string;
}

@InputType({
  description: 'One step of the ladder; it asks for no less than the step below, and for more of something.',
})
export class RankRulesInput {
  @Field(() => [RankNameInput], { description: 'With one in English.' })
  names: RankNameInput[];

  @Field(() => Int, { description: 'From how much reputation on; not less than the rank below asks for.' })
  reputation: number;

  @Field(() => Int, { description: 'Answers that solved a question or became official.' })
  solutions: number;

  @Field(() => Int, { description: 'Published articles made of their answers.' })
  articles: number;
}

@InputType({ description: 'Other rules; what is left out is as in those in force.' })
export class RulesDraftInput {
  @Field(() => [RuleValueInput], {
    nullable: true,
    defaultValue: [],
    description: 'The figures that differ.',
  })
  values?: RuleValueInput[] | null;

  @Field(() => [RankRulesInput], {
    nullable: true,
    description: 'The whole ladder, 1 to 20 from the lowest up.',
  })
  ranks?: RankRulesInput[] | null;
}

@InputType({ description: 'Rules that are to be in force.' })
export class SaveRulesInput extends RulesDraftInput {
  @Field(() => Int, {
    description: 'The version in force that you have seen; CONFLICT if there is a newer one.',
  })
  basedOnVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 500 characters; everybody can read it.',
  })
  note?: string | null;
}

@ObjectType({ description: 'The rules after saving.' })
export class RulesPayload {
  @Field(() => ReputationRules, { description: 'What is in force now.' })
  rules: ReputationRules;
}

@InputType({ description: 'The rules that everything that stands is to be worth.' })
export class RecomputeReputationInput {
  @Field(() => Int, {
    description: 'The version in force that you have seen; CONFLICT if there is a newer one.',
  })
  version: number;
}

@ObjectType({ description: 'Whose reputation would be another.' })
export class RulesPreviewAccount {
  @Field(() => User, { nullable: true, description: 'Null if the account is gone.' })
  user: User | null;

  @Field(() => Int, { description: 'Reputation as it is.' })
  before: number;

  @Field(() => Int, { description: 'What it would be.' })
  after: number;
}

@ObjectType({ description: 'Who would come above the threshold of a privilege, and who below.' })
export class RulesPreviewPrivilege {
  @Field(() => String, { description: 'The name of the privilege.' })
  privilege: string;

  @Field(() => Int, { description: 'How many would come above.' })
  gained: number;

  @Field(() => Int, {
    description: 'How many would come below. They keep the privilege for the days of grace, or longer.',
  })
  lost: number;

  @Field(() => [User], { description: 'The first few of those who would come above.' })
  gainedBy: User[];

  @Field(() => [User], { description: 'The first few of those who would come below.' })
  lostBy: User[];
}

@ObjectType({ description: 'What other rules would have made of the last days. Nothing of it is kept.' })
export class RulesPreview {
  @Field(() => Int, { description: 'How many UTC days were looked at, today included.' })
  days: number;

  @Field(() => Int, {
    description:
      'How many entries of these days stand and go by rules. Older ones are left out; a recomputation reaches them too.',
  })
  entries: number;

  @Field(() => Int, { description: 'How many people would have more or less.' })
  accounts: number;

  @Field(() => Int, { description: 'How many would have more.' })
  gainers: number;

  @Field(() => Int, { description: 'How many would have less.' })
  losers: number;

  @Field(() => Int, { description: 'What all together would have more, or less if negative.' })
  total: number;

  @Field(() => [RulesPreviewAccount], { description: 'Those who would gain most.' })
  gained: RulesPreviewAccount[];

  @Field(() => [RulesPreviewAccount], { description: 'Those who would lose most.' })
  lost: RulesPreviewAccount[];

  @Field(() => [RulesPreviewPrivilege], { description: 'Privileges that anybody would come to or lose.' })
  privileges: RulesPreviewPrivilege[];

  @Field(() => [RuleDifference], { description: 'In what the draft differs from the rules in force.' })
  changes: RuleDifference[];
}

const RecomputationStateEnum = enumOf(RECOMPUTATION_STATES);
registerEnumType(RecomputationStateEnum, {
  name: 'RecomputationState',
  description: 'How far a recomputation is.',
  valuesMap: {
    RUNNING: { description: 'It is under way, or waits for a worker.' },
    DONE: { description: 'Everything that stands is worth what its rules say.' },
    SUPERSEDED: { description: 'Newer rules were saved before it came to its end.' },
  },
});

@ObjectType({ description: 'One recomputation of everybody’s reputation.' })
export class Recomputation {
  @Field(() => Int, { description: 'The rules that it goes by.' })
  version: number;

  @Field(() => RecomputationStateEnum, { description: 'How far it is.' })
  state: RecomputationState;

  @Field(() => Int, { description: 'How many people are done.' })
  accountsDone: number;

  @Field(() => Int, { description: 'How many people have a ledger.' })
  accountsTotal: number;

  @Field(() => Int, { description: 'Entries that were taken back and entered anew.' })
  changed: number;

  @Field(() => Date, { description: 'When it was asked for, UTC.' })
  askedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended, UTC.' })
  finishedAt: Date | null;
}

@ObjectType({ description: 'The recomputation that was asked for.' })
export class RecomputationPayload {
  @Field(() => Recomputation, { description: 'It runs in the background.' })
  recomputation: Recomputation;
}
