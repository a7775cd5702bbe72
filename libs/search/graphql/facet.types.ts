import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const SearchConditionFieldEnum = {
  KIND: 'KIND',
  TAG: 'TAG',
  LOCALE: 'LOCALE',
  ACCEPTED: 'ACCEPTED',
  OFFICIAL: 'OFFICIAL',
  ANSWERED: 'ANSWERED',
  AUTHOR: 'AUTHOR',
  PRODUCT: 'PRODUCT',
  VERSION: 'VERSION',
} as const;
registerEnumType(SearchConditionFieldEnum, {
  name: 'SearchConditionField',
  description: 'What a search can be narrowed by.',
  valuesMap: {
    KIND: { description: 'Articles of the FAQ, or questions: `is:faq`, `is:question`.' },
    TAG: { description: 'A tag: `tag:mail`.' },
    LOCALE: { description: 'The language of the text: `lang:de`.' },
    ACCEPTED: { description: 'Has an accepted answer: `is:accepted`.' },
    OFFICIAL: { description: 'Has an official answer: `is:official`.' },
    ANSWERED: { description: 'Has an answer that is accepted, official or upvoted: `is:answered`.' },
    AUTHOR: { description: 'Who asked, or has a part in the article: `author:name`.' },
    PRODUCT: { description: 'What it is about: `product:slug`.' },
    VERSION: { description: 'The version that it is about: `version:2.1`.' },
  },
});

@ObjectType({ description: 'One value that the results of a search can be narrowed to.' })
export class SearchFacetValue {
  @Field(() => String, {
    description:
      'A tag, the slug of a product, the name of a version, a language (ISO 639), FAQ or QUESTIONS, or ' +
      'one of accepted, official, answered and unanswered.',
  })
  value: string;

  @Field(() => String, { description: 'The name of the product; everywhere else the same as `value`.' })
  label: string;

  @Field(() => Int, {
    description:
      'How many of the results have it. Of more than 1000 results only some 1000 are counted: then it is ' +
      '"so many or more".',
  })
  count: number;

  @Field(() => Boolean, { description: 'Whether the search is narrowed to it already.' })
  selected: boolean;

  @Field(() => String, { description: 'How it is typed into the search box, such as `tag:mail`.' })
  operator: string;
}

@ObjectType({ description: 'Each has at most 30 values, the most frequent first.' })
export class SearchFacets {
  @Field(() => [SearchFacetValue], { description: 'By tag.' })
  tags: SearchFacetValue[];

  @Field(() => [SearchFacetValue], { description: 'By product that they are about.' })
  products: SearchFacetValue[];

  @Field(() => [SearchFacetValue], { description: 'By version that they are about.' })
  versions: SearchFacetValue[];

  @Field(() => [SearchFacetValue], { description: 'By language that they are written in.' })
  languages: SearchFacetValue[];

  @Field(() => [SearchFacetValue], { description: 'FAQ or QUESTIONS.' })
  kinds: SearchFacetValue[];

  @Field(() => [SearchFacetValue], {
    description: 'By what is said of their answers: accepted, official, answered, unanswered.',
  })
  states: SearchFacetValue[];
}

@ObjectType({ description: 'A condition that was typed into the search box, such as `-tag:mail`.' })
export class SearchCondition {
  @Field(() => SearchConditionFieldEnum, { description: 'What it narrows by.' })
  field: keyof typeof SearchConditionFieldEnum;

  @Field(() => String, { description: 'As it was typed; `true` where the field is a yes or no.' })
  value: string;

  @Field(() => Boolean, { description: 'What has it is left out.' })
  excluded: boolean;

  @Field(() => String, { description: 'How it is typed, such as `-tag:mail`.' })
  operator: string;

  @Field(() => String, { description: 'The text of the search box without it, to take it back.' })
  queryWithout: string;
}

@ObjectType({ description: 'What the text of the search box was understood as.' })
export class SearchInterpretation {
  @Field(() => [String], { description: 'Words that results should have; folded: lower case, no accents.' })
  words: string[];

  @Field(() => [String], { description: 'Words that have to stand together.' })
  phrases: string[];

  @Field(() => [String], { description: 'Words and phrases that results must not have.' })
  excluded: string[];

  @Field(() => [SearchCondition], { description: 'In the order in which they were typed.' })
  conditions: SearchCondition[];

  @Field(() => Boolean, {
    description: 'The conditions contradict each other, so that nothing can be found.',
  })
  isContradictory: boolean;
}

@ObjectType({ description: 'Another way to write what was typed, that finds more.' })
export class SpellingSuggestion {
  @Field(() => String, { description: 'The text for the search box, with conditions and all.' })
  query: string;

  @Field(() => String, { description: 'Escaped HTML, what is different wrapped in `<mark>`.' })
  html: string;
}
