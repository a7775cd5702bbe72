import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '#libs/platform';
import { HISTORY_UNITS } from '../persistence/ledger.queries.js';
import type { DayRow, HistoryUnit, PostSumRow } from '../persistence/ledger.queries.js';

@ObjectType({ description: 'What one UTC day brought somebody, and cost.' })
export class ReputationDay {
  /** The row, for field resolvers; not part of the schema. */
  row: DayRow;

  @Field(() => String, { description: 'The UTC day on which it was entered, as YYYY-MM-DD.' })
  day: string;

  @Field(() => Int, { description: 'What was added.' })
  gained: number;

  @Field(() => Int, { description: 'What was taken, as a positive number.' })
  lost: number;

  @Field(() => Int, { description: 'How many entries there are.' })
  entryCount: number;
}

export const ReputationDayConnection = connectionOf<ReputationDay>('ReputationDay', () => ReputationDay);

@ObjectType({ description: 'What one post brought somebody, and cost.' })
export class ReputationPost {
  /** The row, for field resolvers; not part of the schema. */
  row: PostSumRow;

  @Field(() => Int, { description: 'What was added.' })
  gained: number;

  @Field(() => Int, { description: 'What was taken, as a positive number.' })
  lost: number;

  @Field(() => Int, { description: 'How many entries there are.' })
  entryCount: number;
}

export const ReputationPostConnection = connectionOf<ReputationPost>('ReputationPost', () => ReputationPost);

export const HistoryUnitEnum = Object.fromEntries(HISTORY_UNITS.map((unit) => [unit, unit])) as {
  [Name in HistoryUnit]: Name;
};
registerEnumType(HistoryUnitEnum, {
  name: 'ReputationHistoryUnit',
  description: 'How long one step of a history is.',
  valuesMap: {
    DAY: { description: 'A UTC day.' },
    WEEK: { description: 'From Monday to Sunday.' },
    MONTH: { description: 'A month of the calendar.' },
    QUARTER: { description: 'Three months of the calendar.' },
    YEAR: { description: 'A year of the calendar.' },
  },
});

@ObjectType({ description: 'A step in which something changed.' })
export class ReputationStep {
  @Field(() => String, { description: 'The UTC day that it begins with, as YYYY-MM-DD.' })
  from: string;

  @Field(() => String, { description: 'The UTC day of the first change in it, as YYYY-MM-DD.' })
  firstOn: string;

  @Field(() => String, { description: 'The UTC day of the last change in it, as YYYY-MM-DD.' })
  lastOn: string;

  @Field(() => Int, { description: 'What was added in it.' })
  gained: number;

  @Field(() => Int, { description: 'What was taken in it, as a positive number.' })
  lost: number;

  @Field(() => Int, { description: 'Reputation at its end.' })
  reputation: number;
}

@ObjectType({ description: 'Reputation over time. Between two steps it did not change.' })
export class ReputationHistory {
  @Field(() => HistoryUnitEnum, {
    nullable: true,
    description: 'How long each step is, chosen by the whole span; null while nothing was entered.',
  })
  unit: HistoryUnit | null;

  @Field(() => [ReputationStep], { description: 'The oldest first.' })
  steps: ReputationStep[];
}
