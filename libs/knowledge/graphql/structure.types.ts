import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { RevisionDiff } from '#libs/forum';
import { PageArgs } from '#libs/platform';

@ObjectType({ description: 'What readers of an original see that its translation does not say yet.' })
export class OriginalChange {
  @Field(() => Int, {
    description: 'The version of the original that the newest version of the translation follows.',
  })
  fromVersion: number;

  @Field(() => Int, { description: 'The version of the original that readers see.' })
  toVersion: number;

  @Field(() => RevisionDiff, { description: 'Of the two versions of the original.' })
  diff: RevisionDiff;
}

@ObjectType({ description: 'A heading in the text of an article, for a table of contents.' })
export class ArticleHeading {
  @Field(() => Int, { description: '3 to 6, as in `bodyHtml`.' })
  level: number;

  @Field(() => String, { description: 'Plain text.' })
  text: string;

  @Field(() => String, {
    description: 'The `id` of the heading in `bodyHtml(anchors: true)`, unique in the text.',
  })
  anchor: string;
}

@ObjectType({ description: 'A language in which readers find articles.' })
export class FaqLanguage {
  @Field(() => String, { description: 'BCP 47.' })
  locale: string;

  @Field(() => Int, { description: 'How many articles readers find in it.' })
  articleCount: number;
}

@ArgsType()
export class CategoryArticlesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The reader’s language: articles are shown in it where they can be, else in their original one.',
  })
  locale?: string | null;
}

@ArgsType()
export class OutdatedTranslationsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only translations into this language.' })
  locale?: string | null;
}

@ArgsType()
export class MissingTranslationsArgs extends PageArgs {
  @Field(() => String, { description: 'BCP 47; `en` also stands for `en-US`.' })
  locale: string;
}

@InputType({ description: 'A text in another language, and what it translates.' })
export class TranslateArticleInput {
  @Field(() => ID, { description: 'The original; of a translation, its original is meant.' })
  articleId: string;

  @Field(() => String, { description: 'The language of the translation, as a BCP 47 tag.' })
  locale: string;

  @Field(() => String, { description: '15 to 150 characters.' })
  title: string;

  @Field(() => String, { description: 'Markdown, 20 to 50,000 characters.' })
  body: string;

  @Field(() => [String], { nullable: true, description: 'Up to 5; the original’s if left out.' })
  tags?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the original that the translator had before them; the one that readers see if left ' +
      'out.',
  })
  originalVersion?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A name of the client’s choice: the mutation sent again with the same one acts once.',
  })
  clientMutationId?: string | null;
}

@InputType({ description: 'A translation, and the version of the original that it was compared with.' })
export class ConfirmTranslationInput {
  @Field(() => ID, { description: 'The translation; BAD_USER_INPUT for an original.' })
  articleId: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the original that it was compared with; the one that readers see if left out.',
  })
  originalVersion?: number | null;
}

@InputType({ description: 'An article, and where it stands in the FAQ.' })
export class SetArticleCategoriesInput {
  @Field(() => ID, { description: 'The article in any of its languages.' })
  articleId: string;

  @Field(() => [ID], {
    description: 'All that it is to stand in, up to 5; an empty list takes it out of all.',
  })
  categoryIds: string[];
}
