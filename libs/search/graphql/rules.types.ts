import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { SearchHit, SearchSubject, type Subject } from './search.types.js';

export const SearchBoostFieldEnum = { TAG: 'TAG', PRODUCT: 'PRODUCT', KIND: 'KIND' } as const;
registerEnumType(SearchBoostFieldEnum, {
  name: 'SearchBoostField',
  valuesMap: {
    TAG: { description: 'Whatever carries a tag.' },
    PRODUCT: { description: 'Whatever is about a product.' },
    KIND: { description: 'All articles, or all questions.' },
  },
  description: 'What can be raised or lowered by.',
});

@ObjectType({ description: 'Words that mean the same.' })
export class SearchSynonyms {
  @Field(() => [String], { description: '2 to 10; each is a word, or up to three in a row.' })
  words: string[];

  @Field(() => Boolean, {
    description: 'Only who looks for the first one finds the others too, not the other way round.',
  })
  oneWay: boolean;
}

@ObjectType({ description: 'What is shown first to those who search for exactly these words.' })
export class SearchPin {
  @Field(() => String, { description: 'The words, in any case of letters.' })
  query: string;

  @Field(() => [ID], { description: '1 to 5 articles or questions, in the order in which they are shown.' })
  ids: string[];

  @Field(() => [SearchSubject], { description: 'Those of them that still can be seen.' })
  subjects: Subject[];
}

@ObjectType({ description: 'What is raised (a factor above 1) or lowered. The first that fits counts.' })
export class SearchBoost {
  @Field(() => SearchBoostFieldEnum, { description: 'What it goes by.' })
  field: keyof typeof SearchBoostFieldEnum;

  @Field(() => String, { description: 'A tag, the slug of a product, or `article` or `question`.' })
  value: string;

  @Field(() => Float, { description: '0.1 to 5.' })
  factor: number;
}

@ObjectType({
  description: 'What curators tell the search of one language, or of all. Versions are never changed.',
})
export class SearchRules {
  @Field(() => String, { description: 'A language (ISO 639), or `und` for all languages.' })
  locale: string;

  @Field(() => Int, { description: '0 while nobody has made any.' })
  version: number;

  @Field(() => [SearchSynonyms], { description: 'Words that are taken for each other.' })
  synonyms: SearchSynonyms[];

  @Field(() => [String], { description: 'Words that are passed over, unless nothing else was asked.' })
  stopWords: string[];

  @Field(() => [SearchPin], { description: 'What is shown first for which words.' })
  pinned: SearchPin[];

  @Field(() => [SearchBoost], { description: 'What is raised or lowered, in this order.' })
  boosts: SearchBoost[];

  @Field(() => User, {
    nullable: true,
    description: 'Who made this version; null for version 0 and once their account was erased.',
  })
  author: User | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of whoever made it; null if they said nothing.',
  })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When this version was made, UTC; null for version 0.' })
  createdAt: Date | null;
}

@InputType({ description: 'Words that are to be taken for each other.' })
export class SearchSynonymsInput {
  @Field(() => [String], {
    description: '2 to 10 of up to 100 characters, each a word or up to three in a row.',
  })
  words: string[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: only who looks for the first one finds the others too, not the other way round.',
  })
  oneWay?: boolean | null;
}

@InputType({ description: 'What is to be shown first for which words.' })
export class SearchPinInput {
  @Field(() => String, {
    description: 'The words that somebody searches for, no more and no fewer; up to 100 characters.',
  })
  query: string;

  @Field(() => [ID], {
    description: '1 to 5 articles or questions, in the order in which they are to be shown.',
  })
  ids: string[];
}

@InputType({ description: 'What is to be raised or lowered.' })
export class SearchBoostInput {
  @Field(() => SearchBoostFieldEnum, { description: 'What it goes by.' })
  field: keyof typeof SearchBoostFieldEnum;

  @Field(() => String, { description: 'A tag, the slug of a product, or `article` or `question`.' })
  value: string;

  @Field(() => Float, { description: '0.1 to 5; above 1 raises, below 1 lowers.' })
  factor: number;
}

@InputType({ description: 'All rules of a locale; what is left out is taken away.' })
export class SearchRulesInput {
  @Field(() => String, { description: 'A language (ISO 639), or `und` for all languages.' })
  locale: string;

  @Field(() => [SearchSynonymsInput], { nullable: true, defaultValue: [], description: 'Up to 500.' })
  synonyms?: SearchSynonymsInput[] | null;

  @Field(() => [String], { nullable: true, defaultValue: [], description: 'Up to 500 single words.' })
  stopWords?: string[] | null;

  @Field(() => [SearchPinInput], { nullable: true, defaultValue: [], description: 'Up to 200.' })
  pinned?: SearchPinInput[] | null;

  @Field(() => [SearchBoostInput], { nullable: true, defaultValue: [], description: 'Up to 10.' })
  boosts?: SearchBoostInput[] | null;
}

@InputType({
  description: 'All rules of a locale, what is left out is taken away; and which version they replace.',
})
export class SaveSearchRulesInput extends SearchRulesInput {
  @Field(() => Int, {
    description:
      'The newest version that you have seen, 0 while there is none; CONFLICT with `current` if there is ' +
      'a newer one.',
  })
  expectedVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown with the version.',
  })
  reason?: string | null;
}

@InputType({ description: 'An earlier version of the rules of a locale.' })
export class RestoreSearchRulesInput {
  @Field(() => String, { description: 'A language (ISO 639), or `und` for all languages.' })
  locale: string;

  @Field(() => Int, { description: 'The version whose rules are wanted again; 0 for no rules.' })
  version: number;

  @Field(() => Int, {
    description: 'The newest version that you have seen; CONFLICT with `current` if there is a newer one.',
  })
  expectedVersion: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in up to 300 characters; shown with the version.',
  })
  reason?: string | null;
}

@ObjectType({ description: 'The rules after the change.' })
export class SearchRulesPayload {
  @Field(() => SearchRules, { description: 'The version that was made.' })
  rules: SearchRules;
}

@ObjectType({ description: 'The first ten results, asked of PostgreSQL whichever engine answers searches.' })
export class SearchRulesPreview {
  @Field(() => [SearchHit], { description: 'With the rules that are in force.' })
  before: SearchHit[];

  @Field(() => [SearchHit], { description: 'With the given ones.' })
  after: SearchHit[];
}
