import { Field, Float, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { Question } from '#libs/forum';
import { Article } from '#libs/knowledge';
import { typeNameOf } from '#libs/platform';
import type { SearchEngineName } from '../domain/engine.js';
import { SearchFacets, SearchInterpretation, SpellingSuggestion } from './facet.types.js';

export const SearchEngineNameEnum = { MEILISEARCH: 'MEILISEARCH', POSTGRES: 'POSTGRES' } as const;
registerEnumType(SearchEngineNameEnum, {
  name: 'SearchEngineName',
  valuesMap: {
    MEILISEARCH: { description: 'A Meilisearch of the site’s own.' },
    POSTGRES: { description: 'The database: where there is no Meilisearch, and while that is out of reach.' },
  },
  description: 'What answers searches.',
});

export const SearchScopeEnum = { ALL: 'ALL', FAQ: 'FAQ', QUESTIONS: 'QUESTIONS' } as const;
registerEnumType(SearchScopeEnum, {
  name: 'SearchScope',
  valuesMap: {
    ALL: { description: 'In the FAQ and in questions.' },
    FAQ: { description: 'In published articles only.' },
    QUESTIONS: { description: 'In questions and their answers only.' },
  },
  description: 'Where to look.',
});

export const SearchOrderEnum = {
  RELEVANCE: 'RELEVANCE',
  NEWEST: 'NEWEST',
  VOTES: 'VOTES',
  ACTIVITY: 'ACTIVITY',
} as const;
registerEnumType(SearchOrderEnum, {
  name: 'SearchOrder',
  description:
    'Votes and activity are as the index knows them, at most some ten minutes old. Sorted by anything but ' +
    'relevance, results have all of the words.',
  valuesMap: {
    RELEVANCE: { description: 'The best first; where no words are asked for, the newest.' },
    NEWEST: { description: 'By the day it was asked or published.' },
    VOTES: { description: 'By the score.' },
    ACTIVITY: { description: 'By when somebody last wrote there.' },
  },
});

export type Subject = Article | Question;

export const SearchSubject = createUnionType({
  name: 'SearchSubject',
  description:
    'What can be found: a published article of the FAQ, or a question (its answers are searched too).',
  types: () => [Article, Question] as const,
  resolveType: typeNameOf,
});

@ObjectType({ description: 'One result.' })
export class SearchHit {
  @Field(() => SearchSubject, { description: 'What was found.' })
  subject: Subject;

  @Field(() => String, { description: 'Escaped HTML, matches wrapped in `<mark>`.' })
  titleHtml: string;

  @Field(() => String, {
    description: 'Escaped HTML, matches wrapped in `<mark>`; the part of the text that matches best.',
  })
  excerptHtml: string;

  @Field(() => Float, { description: '0 to 1, falling along the list; not comparable between searches.' })
  score: number;
}

@ObjectType({ description: 'A page of results, and what the search was understood as.' })
export class SearchResult {
  @Field(() => [SearchHit], { description: 'The best first; of like relevance, the FAQ before questions.' })
  hits: SearchHit[];

  @Field(() => Int, { description: 'How many there are in all; 1000 stands for 1000 or more.' })
  estimatedTotal: number;

  @Field(() => SearchEngineNameEnum, { description: 'Which engine answered.' })
  engine: SearchEngineName;

  @Field(() => Boolean, {
    description: 'The engine that should have answered is out of reach; another one stood in for it.',
  })
  fellBack: boolean;

  @Field(() => Int, { description: 'How long the search took in the server, in milliseconds.' })
  tookMs: number;

  @Field(() => Boolean, { description: 'There are others after these.' })
  hasMore: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'For `after`, to go on; null when there is nothing more.',
  })
  endCursor: string | null;

  @Field(() => SearchFacets, {
    description: 'What the results can be narrowed to, counted only where it is asked for.',
  })
  facets: SearchFacets | null;

  @Field(() => SpellingSuggestion, {
    nullable: true,
    description: 'Where little was found: what was perhaps meant.',
  })
  didYouMean: SpellingSuggestion | null;

  @Field(() => SearchInterpretation, { description: 'What the text of the search box was understood as.' })
  interpreted: SearchInterpretation;
}

@InputType({ description: 'What results must be, beside what the text of the search box says.' })
export class SearchFilter {
  @Field(() => SearchScopeEnum, { nullable: true, defaultValue: 'ALL', description: 'Where to look.' })
  scope?: keyof typeof SearchScopeEnum | null;

  @Field(() => [String], { nullable: true, description: 'All of them; up to 5.' })
  tags?: string[] | null;

  @Field(() => String, { nullable: true, description: 'BCP 47; a bare language finds its regions too.' })
  locale?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Questions that have, or have not, an accepted answer.',
  })
  accepted?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Articles and questions with an official answer, or questions without one.',
  })
  official?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'What has an accepted, an official or an upvoted answer, articles among it; or questions that have ' +
      'none.',
  })
  answered?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'A user name: questions that they asked and articles that they have a part in.',
  })
  author?: string | null;

  @Field(() => String, { nullable: true, description: 'The slug of a product: what is about it.' })
  product?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of a version: what is said to apply to it, of whichever product.',
  })
  version?: string | null;
}
