import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { connectionOf } from '#libs/platform';
import { RULE_SECTIONS, RULE_UNITS } from '../domain/rule-catalogue.js';
import type { RuleSection, RuleUnit } from '../domain/rule-catalogue.js';
import { PRESET_NAMES } from '../domain/rule-set.js';
import type { PresetName } from '../domain/rule-set.js';

export const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

export const RulePresetEnum = enumOf(PRESET_NAMES);
registerEnumType(RulePresetEnum, {
  name: 'RulePreset',
  description: 'Rules that suit a community of some size.',
  valuesMap: {
    NEW: { description: 'A handful of people, who must be able to do things at once.' },
    GROWING: { description: 'Some hundreds; what can do harm is opened later.' },
    ESTABLISHED: { description: 'Thousands; trust is earned first.' },
  },
});

const RuleSectionEnum = enumOf(RULE_SECTIONS);
registerEnumType(RuleSectionEnum, {
  name: 'RuleSection',
  description: 'What rules are about.',
  valuesMap: {
    POINTS: { description: 'What helping is worth.' },
    PRIVILEGES: { description: 'What reputation opens, and how it is lost again.' },
    ABILITIES: { description: 'What quality opens without the points.' },
    VOTES: { description: 'How many votes people have.' },
    SOLUTIONS: { description: 'How questions come to be solved.' },
    BOUNTIES: { description: 'What may be offered for an answer.' },
    RATINGS: { description: 'How stars become an average.' },
    EXPERTISE: { description: 'How expertise fades.' },
    SUPERUSERS: { description: 'Who is proposed as a superuser.' },
  },
});

const RuleUnitEnum = enumOf(RULE_UNITS);
registerEnumType(RuleUnitEnum, {
  name: 'RuleUnit',
  description: 'What the figure of a rule counts.',
  valuesMap: {
    POINTS: { description: 'Points of reputation, whole.' },
    COUNT: { description: 'How many, whole.' },
    DAYS: { description: 'Whole days.' },
    MONTHS: { description: 'Whole months.' },
    SHARE: { description: '0 to 1.' },
    STARS: { description: '1 to 5.' },
  },
});

@ObjectType({ description: 'One rule, with what it means and what it may be.' })
export class ReputationRule {
  @Field(() => String, { description: 'What it is called where rules are given: `points.ANSWER_UPVOTED`.' })
  path: string;

  @Field(() => Float, { description: 'The figure. Negative points are taken.' })
  value: number;

  @Field(() => RuleUnitEnum, { description: 'What the figure counts.' })
  unit: RuleUnit;

  @Field(() => Float, { description: 'No less than this is taken.' })
  least: number;

  @Field(() => Float, { description: 'No more than this is taken.' })
  most: number;

  @Field(() => String, { description: 'What it means, in English.' })
  description: string;
}

@ObjectType({ description: 'Rules about the same thing.' })
export class ReputationRuleSection {
  @Field(() => RuleSectionEnum, { description: 'What they are about.' })
  name: RuleSection;

  @Field(() => [ReputationRule], { description: 'In the order in which they are read.' })
  rules: ReputationRule[];
}

@ObjectType({ description: 'A name in one language.' })
export class RankName {
  @Field(() => String, { description: 'A language tag (BCP 47).' })
  locale: string;

  @Field(() => String, { description: '1 to 40 characters.' })
  name: string;
}

@ObjectType({ description: 'One step of the ladder of ranks, and what it asks for.' })
export class RankRules {
  @Field(() => [RankName], { description: 'English is always among them.' })
  names: RankName[];

  @Field(() => Int, { description: 'From how much reputation on.' })
  reputation: number;

  @Field(() => Int, { description: 'Answers that solved a question or became official.' })
  solutions: number;

  @Field(() => Int, { description: 'Published articles made of their answers.' })
  articles: number;
}

@ObjectType({ description: 'A figure that a version changed.' })
export class RuleDifference {
  @Field(() => String, { description: 'Its path; `ranks` for the whole ladder.' })
  path: string;

  @Field(() => Float, { nullable: true, description: 'What it was; null for `ranks`.' })
  before: number | null;

  @Field(() => Float, { nullable: true, description: 'What it became; null for `ranks`.' })
  after: number | null;
}

@ObjectType({
  description: 'A version of the rules of standing. None is ever changed; the newest is in force.',
})
export class ReputationRules {
  @Field(() => Int, { description: 'Entries of the ledger name it.' })
  version: number;

  @Field(() => RulePresetEnum, { nullable: true, description: 'Null where something was changed in one.' })
  preset: PresetName | null;

  @Field(() => [ReputationRuleSection], { description: 'All figures.' })
  sections: ReputationRuleSection[];

  @Field(() => [RankRules], { description: 'From the lowest up.' })
  ranks: RankRules[];

  @Field(() => String, { description: 'Why it was made; empty if nothing was said.' })
  note: string;

  @Field(() => User, {
    nullable: true,
    description: 'Who made it; null for the first one and once their account was erased.',
  })
  author: User | null;

  @Field(() => Date, { description: 'Since when it holds, UTC.' })
  createdAt: Date;

  @Field(() => [RuleDifference], { description: 'In what it differs from the one before.' })
  changes: RuleDifference[];
}

export const ReputationRulesConnection = connectionOf<ReputationRules>(
  'ReputationRules',
  () => ReputationRules,
);

@ObjectType({ description: 'Rules to begin with.' })
export class ReputationRulePreset {
  @Field(() => RulePresetEnum, { description: 'For what community.' })
  name: PresetName;

  @Field(() => [ReputationRuleSection], { description: 'All figures.' })
  sections: ReputationRuleSection[];

  @Field(() => [RankRules], { description: 'From the lowest up.' })
  ranks: RankRules[];
}
