import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, PageArgs, connectionOf } from '#libs/platform';
import { BADGE_SUBJECTS, BADGE_TIERS, MEASURE_NAMES } from '../domain/badge.js';
import type { BadgeSubject, BadgeTier, MeasureName } from '../domain/badge.js';
import { BADGE_LIMITS } from '../domain/badge-checks.js';
import type { AwardRow, BadgeRow } from '../persistence/badge.queries.js';
import { MEASURES } from '../persistence/measures/index.js';
import { LocalTextInput } from './recognition.types.js';

const enumOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N };

export const BadgeTierEnum = enumOf(BADGE_TIERS);
registerEnumType(BadgeTierEnum, {
  name: 'BadgeTier',
  description: 'How hard a badge is to come by.',
  valuesMap: {
    BRONZE: { description: 'For beginning, and for small things done well.' },
    SILVER: { description: 'For keeping at it.' },
    GOLD: { description: 'Rare.' },
  },
});

export const BadgeSubjectEnum = enumOf(BADGE_SUBJECTS);
registerEnumType(BadgeSubjectEnum, {
  name: 'BadgeSubject',
  description: 'What a figure is about.',
  valuesMap: {
    ACCOUNT: { description: 'A person as a whole.' },
    POST: { description: 'Each question or answer of a person.' },
    TAG: { description: 'A person under each tag.' },
  },
});

export const BadgeMeasureEnum = enumOf(MEASURE_NAMES);
registerEnumType(BadgeMeasureEnum, {
  name: 'BadgeMeasureName',
  description: 'A figure that badges can be given for.',
  valuesMap: Object.fromEntries(
    MEASURES.map(({ name, words }) => [name, { description: `Counts ${words.en}.` }]),
  ),
});

@ObjectType({
  description:
    'A figure that badges can be given for. Deleted posts, void votes and what people say of their own posts never count.',
})
export class BadgeMeasure {
  @Field(() => BadgeMeasureEnum, { description: 'What it is called where badges are defined.' })
  name: MeasureName;

  @Field(() => BadgeSubjectEnum, { description: 'What each figure is about.' })
  per: BadgeSubject;

  @Field(() => Boolean, { description: 'Posts make up the figure, and `leastPosts` can be asked for.' })
  hasPosts: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'Something that people are given for what they did, by itself, once the figure is reached.',
})
export class BadgeDefinition extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: BadgeRow;

  @Field(() => String, { description: 'The last part of its address; it never changes.' })
  key: string;

  @Field(() => String, { description: 'Site-relative address.' })
  path: string;

  @Field(() => BadgeTierEnum, { description: 'How hard it is to come by.' })
  tier: BadgeTier;

  @Field(() => Int, { description: 'The figure that has to be reached.' })
  threshold: number;

  @Field(() => Int, { description: 'How many posts have to make up the figure, at least.' })
  leastPosts: number;

  @Field(() => Boolean, { description: 'Given for each post that reaches it, not once.' })
  isRepeatable: boolean;

  @Field(() => Boolean, { description: 'Made by an admin of this site; false for one that came along.' })
  isOwn: boolean;

  @Field(() => Boolean, { description: 'Nobody is given it any more; whoever has it keeps it.' })
  isRetired: boolean;

  @Field(() => Int, { description: 'How many awards of it stand.' })
  awardCount: number;
}

export const BadgeDefinitionConnection = connectionOf<BadgeDefinition>(
  'BadgeDefinition',
  () => BadgeDefinition,
);

@ObjectType({ description: 'A badge in somebody’s hands.' })
export class BadgeAward {
  /** The row, for field resolvers; not part of the schema. */
  row: AwardRow;

  @Field(() => BadgeDefinition, { description: 'What was given.' })
  badge: BadgeDefinition;

  @Field(() => Date, { description: 'When the last thing happened that counts for it, UTC.' })
  awardedAt: Date;
}

export const BadgeAwardConnection = connectionOf<BadgeAward>('BadgeAward', () => BadgeAward);

@ObjectType({ description: 'How many badges somebody has.' })
export class BadgeCounts {
  @Field(() => Int, { description: 'Of bronze.' })
  bronze: number;

  @Field(() => Int, { description: 'Of silver.' })
  silver: number;

  @Field(() => Int, { description: 'Of gold.' })
  gold: number;
}

@ArgsType()
export class BadgesArgs extends PageArgs {
  @Field(() => BadgeTierEnum, { nullable: true, description: 'Only these.' })
  tier?: BadgeTier | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Also those that nobody is given any more.',
  })
  withRetired?: boolean | null;
}

@InputType({ description: 'A badge as it is to be.' })
export class BadgeInput {
  @Field(() => BadgeTierEnum, { description: 'How hard it is to come by.' })
  tier: BadgeTier;

  @Field(() => [LocalTextInput], {
    description: `What it is called, English among them; 1 to ${BADGE_LIMITS.name} characters each.`,
  })
  names: LocalTextInput[];

  @Field(() => [LocalTextInput], {
    description: `What it is for, English among them; 1 to ${BADGE_LIMITS.description} characters each.`,
  })
  descriptions: LocalTextInput[];

  @Field(() => BadgeMeasureEnum, { description: 'What is measured.' })
  measure: MeasureName;

  @Field(() => Int, {
    description: `The figure to reach, 1 to ${BADGE_LIMITS.threshold.toLocaleString('en')}.`,
  })
  threshold: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many posts have to make it up at least, where it is made of posts; 1 if left out.',
  })
  leastPosts?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'For each post, where posts are measured.' })
  isRepeatable?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where tags are measured: the name of the only one that counts; left out, each counts by itself.',
  })
  tag?: string | null;
}

@InputType({ description: 'A new badge.' })
export class CreateBadgeInput extends BadgeInput {
  @Field(() => String, {
    nullable: true,
    description: 'The last part of its address, for ever; made of the English name if left out.',
  })
  key?: string | null;
}

@InputType({ description: 'Another definition for a badge.' })
export class EditBadgeInput extends BadgeInput {
  @Field(() => ID, { description: 'Which one.' })
  badgeId: string;
}

@InputType({ description: 'A badge that is given no more, or again.' })
export class RetireBadgeInput {
  @Field(() => ID, { description: 'Which one.' })
  badgeId: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'False brings it back.' })
  retire?: boolean | null;
}

@ObjectType({ description: 'The badge that was defined.' })
export class BadgePayload {
  @Field(() => BadgeDefinition, { description: 'As it is now; it is awarded within moments.' })
  badge: BadgeDefinition;
}

@ObjectType({ description: 'What a badge would do.' })
export class BadgePreview {
  @Field(() => Int, { description: 'How many people would have it now.' })
  people: number;
}

export function toBadge(row: BadgeRow): BadgeDefinition {
  const { key, tier, threshold, isRepeatable, isOwn, isRetired, awardCount } = row;
  return {
    row,
    id: globalId('badge', row.badgeId),
    ...{ key, tier, threshold, isRepeatable, isOwn, isRetired, awardCount },
    leastPosts: row.leastPieces,
    path: `/badges/${key}`,
  };
}

export function toAward(row: AwardRow): BadgeAward {
  return { row, badge: toBadge(row.badge), awardedAt: row.awardedAt };
}
