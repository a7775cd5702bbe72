import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import { ARTICLE_STATUSES, articlePath } from '../domain/article.js';
import type { ArticleStatus } from '../domain/article.js';
import type { ArticleRow } from '../persistence/article.queries.js';
import type { VersionText } from '../persistence/version.queries.js';

export const ArticleStatusEnum = Object.fromEntries(ARTICLE_STATUSES.map((status) => [status, status])) as {
  [Status in ArticleStatus]: Status;
};
registerEnumType(ArticleStatusEnum, {
  name: 'ArticleStatus',
  valuesMap: {
    DRAFT: { description: 'For curators only, until it is published.' },
    PUBLISHED: { description: 'For everybody.' },
    STALE: { description: 'For everybody; a curator should look whether it is still true.' },
    ARCHIVED: { description: 'For curators only; it can be published again.' },
  },
  description: 'Where an article stands in its life.',
});

@ObjectType({
  implements: () => [Node],
  description:
    'An entry of the FAQ. Queries show what readers see; a mutation shows the copy that it changed, whose ' +
    '`version` may be newer.',
})
export class Article extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: ArticleRow;
  tagNames: string[];

  @Field(() => String, {
    description: 'Stands in its address and finds it, also after it was changed. Unique.',
  })
  slug: string;

  @Field(() => String, { description: 'One line of plain text.' })
  title: string;

  @Field(() => String, { description: 'The first 200 characters or so as plain text.' })
  excerpt: string;

  @Field(() => String, { description: 'Language of the text, as a BCP 47 tag.' })
  locale: string;

  @Field(() => ArticleStatusEnum, { description: 'Whether readers see it, and whether they can rely on it.' })
  status: ArticleStatus;

  @Field(() => Int, { description: 'The version of the text that is shown here.' })
  version: number;

  @Field(() => Int, { description: 'Readers whom it helped, guests among them.' })
  helpfulCount: number;

  @Field(() => Int, { description: 'Readers whom it did not help, guests among them.' })
  notHelpfulCount: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When readers saw it for the first time, UTC; null for one that they never saw.',
  })
  publishedAt: Date | null;

  @Field(() => Date, { description: 'When what readers see last changed, UTC.' })
  updatedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'When a curator last looked at it and said that it is true as it stands, UTC; null if nobody has.',
  })
  confirmedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The day on which it is to be looked at again, such as 2027-05-01; null for none in particular.',
  })
  reviewDueOn: string | null;

  @Field(() => Boolean, {
    description: 'Whether it was made of answers; false of one that a curator wrote, and of translations.',
  })
  isMadeOfAnswers: boolean;

  @Field(() => String, { description: 'Site-relative address; it stays when the title changes.' })
  path: string;
}

export const ArticleConnection = connectionOf<Article>('Article', () => Article);

@ObjectType({ description: 'One version of the text of an article.' })
export class ArticleVersion {
  @Field(() => Int, { description: 'Counted from 1.' })
  version: number;

  @Field(() => String, { description: 'One line of plain text.' })
  title: string;

  @Field(() => String, { description: 'Markdown.' })
  body: string;

  @Field(() => String, { description: 'The same as sanitised HTML.' })
  bodyHtml: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a translation: the version of the original that it follows.',
  })
  translatedVersion: number | null;

  /** For the field resolver; not part of the schema. */
  tagNames: string[];
}

@ObjectType({ description: 'What the viewer may do with an article as it is now.' })
export class ArticlePermissions {
  @Field(() => Boolean, { description: 'Write a new version; STAFF and ADMIN.' })
  edit: boolean;

  @Field(() => Boolean, {
    description: 'Give readers what they do not see yet; STAFF and ADMIN, if there is such a thing.',
  })
  publish: boolean;

  @Field(() => Boolean, { description: 'Take it away from readers; STAFF and ADMIN, unless it is archived.' })
  archive: boolean;
}

export function toArticle(row: ArticleRow): Article {
  const { articleId, tags, latestVersion: _, ...shown } = row;
  return { ...shown, row, tagNames: tags, id: globalId('article', articleId), path: articlePath(row) };
}

/** The article with the text of another version than the one that readers see. */
export function withText(article: Article, { number, title, excerpt, tags }: VersionText): Article {
  return { ...article, version: number, title, excerpt, tagNames: tags };
}
