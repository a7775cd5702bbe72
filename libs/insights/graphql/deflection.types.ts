import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DEFLECTION_VERDICTS, LEAST_PEOPLE } from '../domain/deflection.js';
import type { DeflectionVerdict } from '../domain/deflection.js';
import { HOLDOUT_PERCENT, RETENTION_DAYS } from '../domain/settings.js';

export const DeflectionVerdictEnum = Object.fromEntries(
  DEFLECTION_VERDICTS.map((verdict) => [verdict, verdict]),
) as { [Verdict in DeflectionVerdict]: Verdict };
registerEnumType(DeflectionVerdictEnum, {
  name: 'DeflectionVerdict',
  description: 'What the figures of a period support.',
  valuesMap: {
    NOT_ENOUGH_DATA: {
      description: `Fewer than ${LEAST_PEOPLE} people in one of the groups: no number is given.`,
    },
    NO_DIFFERENCE_SHOWN: { description: 'The interval holds zero.' },
    FEWER_ASKED: { description: 'With suggestions fewer people asked.' },
    MORE_ASKED: { description: 'With suggestions more people asked.' },
  },
});

@ObjectType({ description: 'A range that holds the true value with the stated confidence.' })
export class ConfidenceInterval {
  @Field(() => Float, { description: 'The lower end, in the unit of what it is an interval of.' })
  low: number;

  @Field(() => Float, { description: 'The upper end, in the same unit.' })
  high: number;
}

@ObjectType({
  description:
    'People who began to write a question for which there were suggestions: one for each session, counted ' +
    'at the first time.',
})
export class DeflectionGroup {
  @Field(() => Int, { description: 'All of them; chance decided for each session which group it is in.' })
  people: number;

  @Field(() => Int, { description: 'Those who sent their question.' })
  asked: number;

  @Field(() => Int, {
    description: 'Those who did not: helped, discouraged or distracted, nobody knows which.',
  })
  notAsked: number;

  @Field(() => Int, { description: 'Those who said of something that they found: this solved it.' })
  solved: number;

  @Field(() => Float, { nullable: true, description: 'asked / people; null while there is nobody.' })
  askedShare: number | null;

  @Field(() => ConfidenceInterval, {
    nullable: true,
    description: 'Score interval of that share (Wilson 1927), 95 %.',
  })
  interval: ConfidenceInterval | null;
}

@ObjectType({ description: 'How many questions were not asked; whole numbers.' })
export class AvoidedQuestions {
  @Field(() => Int, { description: 'The likeliest number; below 0 if suggestions made more people ask.' })
  estimate: number;

  @Field(() => Int, { description: 'The lower end of the interval.' })
  low: number;

  @Field(() => Int, { description: 'The upper end of the interval.' })
  high: number;
}

@ObjectType({
  description:
    'How many fewer people ask because of suggestions. Compared are two groups that chance made: those who see ' +
    'suggestions and the holdout, who see none. `rate` is the difference of the shares of those who asked; its interval ' +
    'is made of the score intervals of both shares (R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method ' +
    '10; E. B. Wilson, JASA 22 (1927), 209–212). People who merely left are never counted as helped.',
})
export class Deflection {
  @Field(() => String, { description: 'First day, in UTC, such as 2026-08-25.' })
  from: string;

  @Field(() => String, { description: 'Last day, in UTC, such as 2026-11-22.' })
  to: string;

  @Field(() => DeflectionVerdictEnum, { description: 'What may be said of it in words.' })
  verdict: DeflectionVerdict;

  @Field(() => Boolean, { description: 'Whether there is enough data for a number.' })
  enough: boolean;

  @Field(() => Float, {
    nullable: true,
    description: '−1 to 1, the share without suggestions minus that with them; null unless `enough`.',
  })
  rate: number | null;

  @Field(() => ConfidenceInterval, {
    nullable: true,
    description: 'The interval of `rate`; null unless `enough`.',
  })
  interval: ConfidenceInterval | null;

  @Field(() => Float, { description: 'Of every interval here: 0.95.' })
  confidence: number;

  @Field(() => AvoidedQuestions, {
    nullable: true,
    description: '`rate` and its interval times the people who saw suggestions; null unless `enough`.',
  })
  avoided: AvoidedQuestions | null;

  @Field(() => DeflectionGroup, { description: 'Those who see suggestions.' })
  withSuggestions: DeflectionGroup;

  @Field(() => DeflectionGroup, { description: 'The holdout.' })
  withoutSuggestions: DeflectionGroup;

  @Field(() => Int, { description: 'Below this many people in a group there is no number.' })
  leastPeople: number;

  @Field(() => String, { description: 'How `rate` is worked out, for showing beside it.' })
  formula: string;

  @Field(() => String, { description: 'What the numbers do and do not say, in English.' })
  explanation: string;
}

@ObjectType({ description: 'What people looked for in a period, whether they saw suggestions or not.' })
export class SearchActivity {
  @Field(() => Int, {
    description: 'Searches for a solution: one from its first event until nothing comes for half an hour.',
  })
  intents: number;

  @Field(() => Int, { description: 'Searches that were sent; each intent can hold several.' })
  searches: number;

  @Field(() => Int, { description: 'Those of them that found nothing.' })
  searchesWithoutResults: number;

  @Field(() => Int, { description: 'Those of them that found something which nobody opened.' })
  searchesWithoutClick: number;

  @Field(() => Int, { description: 'Questions and articles that were opened.' })
  opened: number;
}

@ObjectType({ description: 'Whether people find what they look for. Half an hour behind.' })
export class Insights {}

@ObjectType({ description: 'How much of what people look for is recorded.' })
export class InsightsSettings {
  @Field(() => Float, {
    description: `Share of sessions that are shown no suggestions, ${HOLDOUT_PERCENT.min} to ${HOLDOUT_PERCENT.max} percent.`,
  })
  holdoutPercent: number;

  @Field(() => Int, {
    description: `How long single events are kept, ${RETENTION_DAYS.min} to ${RETENTION_DAYS.max} days. Sums for each day stay.`,
  })
  retentionDays: number;
}

@InputType({ description: 'What is to change; what is left out or null stays.' })
export class UpdateInsightsSettingsInput {
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of sessions that are to see no suggestions, 0 to 50 percent; at 0 nothing can be compared.',
  })
  holdoutPercent?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long single events are to be kept, 30 to 730 days.' })
  retentionDays?: number | null;
}

@ObjectType({ description: 'The settings after the change.' })
export class InsightsSettingsPayload {
  @Field(() => InsightsSettings, { description: 'As they are now.' })
  settings: InsightsSettings;
}

@ObjectType({ description: 'What an article did for people who looked for a solution.' })
export class ArticleDeflection {
  @Field(() => Date, {
    description: 'Since it closed its first knowledge gap, or else since it was first opened.',
  })
  since: Date;

  @Field(() => Int, { description: 'Searches for a solution in which it was opened.' })
  opened: number;

  @Field(() => Int, { description: 'Those in which somebody said: this solved it.' })
  solved: number;

  @Field(() => Int, { description: 'Those that ended with a question all the same.' })
  askedAnyway: number;
}
