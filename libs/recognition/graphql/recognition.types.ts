import { Field, Float, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { Tag } from '#libs/forum';
import { connectionOf } from '#libs/platform';
import type { Words } from '../domain/badge.js';
import { PERIODS } from '../domain/expertise.js';
import type { Period } from '../domain/expertise.js';

export const PeriodEnum = Object.fromEntries(PERIODS.map((period) => [period, period])) as {
  [Name in Period]: Name;
};
registerEnumType(PeriodEnum, {
  name: 'HelpersPeriod',
  description: 'What of somebody’s help is counted.',
  valuesMap: {
    ALL: { description: 'Everything; what is older counts less, by the half-life of the rules.' },
    YEAR: { description: 'What happened in the last 365 days.' },
    MONTH: { description: 'What happened in the last 30 days.' },
    WEEK: { description: 'What happened in the last 7 days.' },
  },
});

@ObjectType({ description: 'A text in one language.' })
export class LocalText {
  @Field(() => String, { description: 'A language tag (BCP 47).' })
  locale: string;

  @Field(() => String, { description: 'Plain text.' })
  text: string;
}

@InputType({ description: 'A text in one language.' })
export class LocalTextInput {
  @Field(() => String, { description: 'A language tag (BCP 47); English has to be among them.' })
  locale: string;

  @Field(() => String, { description: 'Plain text; empty where this language is to have none.' })
  text: string;
}

@ObjectType({
  description: 'A step of the ladder of ranks. Ranks open nothing; they say how far somebody came.',
})
export class Rank {
  /** For field resolvers; not part of the schema. */
  words: Words;

  @Field(() => Int, { description: 'Counted from 0, the lowest, which is everybody’s.' })
  level: number;

  @Field(() => Int, { description: 'The reputation that it takes.' })
  reputation: number;

  @Field(() => Int, { description: 'The answers that it takes which solved a question or became official.' })
  solutions: number;

  @Field(() => Int, {
    description: 'The published FAQ articles that it takes, made of answers of this person.',
  })
  articles: number;
}

@ObjectType({ description: 'Where somebody stands on the ladder of ranks, as of a minute ago.' })
export class PersonalRank {
  /** For field resolvers; not part of the schema. */
  user: User;
  rank: Rank;

  @Field(() => Int, { description: 'Counted from 0, the lowest.' })
  level: number;
}

@ObjectType({ description: 'The step above, and what of each is missing; 0 of what is there.' })
export class NextRank {
  @Field(() => Rank, { description: 'What is to be reached.' })
  rank: Rank;

  @Field(() => Int, { description: 'Points of reputation.' })
  reputationMissing: number;

  @Field(() => Int, { description: 'Answers that solve a question or become official.' })
  solutionsMissing: number;

  @Field(() => Int, { description: 'Published FAQ articles made of their answers.' })
  articlesMissing: number;
}

@ObjectType({ description: 'What somebody knows about, by what became of their answers.' })
export class Topic {
  @Field(() => Tag, { description: 'What it is about.' })
  tag: Tag;

  @Field(() => Float, {
    description:
      'From accepted, official and also solving answers, votes, articles and ratings; what is older counts less.',
  })
  score: number;

  @Field(() => Int, { description: 'Questions with the tag that they solved.' })
  solutions: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Where they stand among all peers, from 1; null for the company’s own people.',
  })
  place: number | null;
}

export const TopicConnection = connectionOf<Topic>('Topic', () => Topic);

@ObjectType({ description: 'Somebody who helped, in a period, over everything or with one tag.' })
export class TopHelper {
  @Field(() => User, { description: 'Never one of the company’s own people.' })
  user: User;

  @Field(() => Int, { description: 'From 1.' })
  place: number;

  @Field(() => Float, { description: 'What their help is worth; see `Topic.score`.' })
  score: number;

  @Field(() => Int, { description: 'Questions that they solved.' })
  solutions: number;
}

export const TopHelperConnection = connectionOf<TopHelper>('TopHelper', () => TopHelper);

@ObjectType({ description: 'A language that somebody answers in.' })
export class AnswerLanguage {
  @Field(() => String, { description: 'The main part of a BCP 47 tag, such as `de`.' })
  locale: string;

  @Field(() => Int, { description: 'Answers to questions in it that can be seen.' })
  answers: number;
}

@ObjectType({ description: 'Somebody who helps, introduced on the first page for a day.' })
export class SpotlightView {
  @Field(() => User, { description: 'A peer, never one of the company’s own people.' })
  user: User;

  @Field(() => String, { description: 'The day, UTC, such as `2026-05-01`.' })
  day: string;

  @Field(() => Int, { description: 'Questions that they solved in the last 30 days.' })
  solutions: number;

  @Field(() => [Tag], { description: 'What it was about most, up to three.' })
  topics: Tag[];
}

@InputType({ description: 'Whether one wants to be introduced.' })
export class SetSpotlightInput {
  @Field(() => Boolean, { description: 'False: never.' })
  isWilling: boolean;
}

@ObjectType({ description: 'Whoever chose.' })
export class SetSpotlightPayload {
  @Field(() => User, { description: 'Oneself, as of now.' })
  user: User;
}

export function localTexts(words: Words): LocalText[] {
  return Object.entries(words)
    .map(([locale, text]) => ({ locale, text }))
    .sort((a, b) => (a.locale < b.locale ? -1 : 1));
}
