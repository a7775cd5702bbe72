import { Field, Float, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { Question } from '#libs/forum';
import { Article } from '#libs/knowledge';
import { typeNameOf } from '#libs/platform';
import type { SearchEngineName } from '../domain/engine.js';

export const SearchEngineNameEnum = { MEILISEARCH: 'MEILISEARCH', POSTGRES: 'POSTGRES' } as const;
registerEnumType(SearchEngineNameEnum, { name: 'SearchEngineName' });

export const SearchScopeEnum = { ALL: 'ALL', FAQ: 'FAQ', QUESTIONS: 'QUESTIONS' } as const;
registerEnumType(SearchScopeEnum, { name: 'SearchScope' });

export type Subject = Article | Question;

export const SearchSubject = createUnionType({
  name: 'SearchSubject',
  description:
    'What can be found: a published article of the FAQ, or a question (its answers are searched too).',
  types: () => [Article, Question] as const,
  resolveType: typeNameOf,
});

@ObjectType()
export class SearchHit {
  @Field(() => SearchSubject)
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

@ObjectType()
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

  @Field(() => Int)
  tookMs: number;
}

@InputType()
export class SearchFilter {
  @Field(() => SearchScopeEnum, { nullable: true, defaultValue: 'ALL' })
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
}
