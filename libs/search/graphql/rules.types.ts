import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { User } from '#libs/accounts';
import { SearchHit, SearchSubject, type Subject } from './search.types.js';

export const SearchBoostFieldEnum = { TAG: 'TAG', PRODUCT: 'PRODUCT', KIND: 'KIND' } as const;
registerEnumType(SearchBoostFieldEnum, { name: 'SearchBoostField' });

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
  @Field(() => String)
  query: string;

  @Field(() => [ID], { description: '1 to 5 articles or questions, in the order in which they are shown.' })
  ids: string[];

  @Field(() => [SearchSubject], { description: 'Those of them that still can be seen.' })
  subjects: Subject[];
}

@ObjectType({ description: 'What is raised (a factor above 1) or lowered. The first that fits counts.' })
export class SearchBoost {
  @Field(() => SearchBoostFieldEnum)
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

  @Field(() => [SearchSynonyms])
  synonyms: SearchSynonyms[];

  @Field(() => [String], { description: 'Words that are passed over, unless nothing else was asked.' })
  stopWords: string[];

  @Field(() => [SearchPin])
  pinned: SearchPin[];

  @Field(() => [SearchBoost])
  boosts: SearchBoost[];

  @Field(() => User, { nullable: true, description: 'Who made this version.' })
  author: User | null;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field(() => Date, { nullable: true })
  createdAt: Date | null;
}

@InputType()
export class SearchSynonymsInput {
  @Field(() => [String])
  words: string[];

  @Field(() => Boolean, { nullable: true, defaultValue: false })
  oneWay?: boolean | null;
}

@InputType()
export class SearchPinInput {
  @Field(() => String)
  query: string;

  @Field(() => [ID])
  ids: string[];
}

@InputType()
export class SearchBoostInput {
  @Field(() => SearchBoostFieldEnum)
  field: keyof typeof SearchBoostFieldEnum;

  @Field(() => String)
  value: string;

  @Field(() => Float)
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

@InputType()
export class SaveSearchRulesInput extends SearchRulesInput {
  @Field(() => Int, { description: 'The newest version that you have seen; 0 while there is none.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@InputType()
export class RestoreSearchRulesInput {
  @Field(() => String)
  locale: string;

  @Field(() => Int, { description: 'The version whose rules are wanted again; 0 for no rules.' })
  version: number;

  @Field(() => Int, { description: 'The newest version that you have seen.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}

@ObjectType()
export class SearchRulesPayload {
  @Field(() => SearchRules)
  rules: SearchRules;
}

@ObjectType({ description: 'The first ten results, asked of PostgreSQL whichever engine answers searches.' })
export class SearchRulesPreview {
  @Field(() => [SearchHit], { description: 'With the rules that are in force.' })
  before: SearchHit[];

  @Field(() => [SearchHit], { description: 'With the given ones.' })
  after: SearchHit[];
}
