import type { Article, ArticleRow, ArticleStatus, Page, Revision } from '#lib/model.ts';
import type { ArticleFreshness, FeedbackReason } from '#lib/model/freshness.ts';
import type { Gap } from '#lib/model/insights.ts';
import type { ArticlePlace } from '#lib/model/structure.ts';
import type { ArticleLife } from '#lib/model/curation.ts';
import { document } from '../document.ts';
import { articleLife } from './curation.ts';
import { articleRow, person, revision } from './fragments.ts';
import { articleFreshness } from './freshness.ts';
import { articlePlace } from './structure.ts';

export const articleList = document<
  { articles: Page<ArticleRow> },
  { after: string | null; status: ArticleStatus; tags: string[] | null }
>(
  `
query ArticleList($after: String, $status: ArticleStatus, $tags: [String!]) {
  articles(first: 30, after: $after, status: $status, tags: $tags) {
    nodes { ...ArticleRow }
    pageInfo { hasNextPage endCursor }
  }
}`,
  articleRow,
);

export const article = document<
  { article: (Article & ArticlePlace & ArticleFreshness) | null },
  { slug: string; versions: string[] }
>(
  `
query ArticlePage($slug: String!, $versions: [ID!]) {
  article(slug: $slug) {
    ...ArticleRow
    ...ArticlePlace
    ...ArticleFreshness
    bodyHtml(anchors: true) excerpt locale version notHelpfulCount publishedAt viewerFeedback hasUnpublishedChanges
    deflected { since opened solved askedAnyway }
    isMadeOfAnswers
    sources { answer { id path } question { id title path } }
    contributors { ...Person }
    viewerCan { edit publish archive }
  }
}`,
  articleRow,
  articlePlace,
  articleFreshness,
  person,
);

export interface WorkingCopy {
  version: number;
  title: string;
  body: string;
  bodyHtml: string;
  tags: { name: string }[];
}

export const editableArticle = document<
  {
    article:
      | (Pick<
          Article,
          | 'id'
          | 'slug'
          | 'path'
          | 'title'
          | 'locale'
          | 'status'
          | 'isMadeOfAnswers'
          | 'hasUnpublishedChanges'
          | 'viewerCan'
        > &
          ArticleLife & { workingCopy: WorkingCopy })
      | null;
    knowledgeSettings: { requireReview: boolean };
  },
  { slug: string }
>(
  `
query EditableArticle($slug: String!) {
  article(slug: $slug) {
    id slug path title locale status isMadeOfAnswers hasUnpublishedChanges
    viewerCan { edit publish archive }
    workingCopy { version title body bodyHtml tags { id name } }
    ...ArticleLife
  }
  knowledgeSettings { requireReview }
}`,
  articleLife,
  person,
);

export const articleVersions = document<
  {
    article: {
      id: string;
      title: string;
      path: string;
      workingCopy: { version: number };
      versions: Page<Revision>;
    } | null;
  },
  { slug: string; after: string | null }
>(
  `
query ArticleVersions($slug: String!, $after: String) {
  article(slug: $slug) {
    id title path
    workingCopy { version }
    versions(first: 10, after: $after) { nodes { ...Revision } pageInfo { hasNextPage endCursor } }
  }
}`,
  revision,
);

export const createArticle = document<
  { createArticle: { article: { id: string; path: string } } },
  {
    input: {
      title: string;
      body: string;
      tags: string[];
      locale?: string;
      gapId?: string;
      clientMutationId: string;
    };
  }
>(`
mutation CreateArticle($input: CreateArticleInput!) { createArticle(input: $input) { article { id path } } }`);

export const gapToWriteFor = document<
  {
    node:
      | ({ __typename: 'KnowledgeGap' } & Pick<Gap, 'id' | 'title' | 'locale' | 'examples'>)
      | { __typename: 'Article' }
      | null;
  },
  { id: string }
>(`
query GapToWriteFor($id: ID!) {
  node(id: $id) {
    __typename
    ... on KnowledgeGap { id title locale examples { kind text count question { id path } } }
  }
}`);

export const promoteAnswer = document<
  { promoteAnswer: { article: { path: string } } },
  { input: { answerId: string; title?: string; body?: string; tags?: string[]; force?: boolean } }
>(`
mutation PromoteAnswer($input: PromoteAnswerInput!) { promoteAnswer(input: $input) { article { id path } } }`);

export const editArticle = document<
  { editArticle: { article: { path: string } } },
  {
    input: {
      articleId: string;
      expectedVersion: number;
      title: string;
      body: string;
      tags: string[];
      reason?: string;
    };
  }
>(`
mutation EditArticle($input: EditArticleInput!) { editArticle(input: $input) { article { id path } } }`);

export const publishArticle = document<
  { publishArticle: { article: { path: string } } },
  { input: { articleId: string } }
>(`
mutation PublishArticle($input: PublishArticleInput!) { publishArticle(input: $input) { article { id path } } }`);

export const archiveArticle = document<unknown, { input: { articleId: string } }>(`
mutation ArchiveArticle($input: PublishArticleInput!) { archiveArticle(input: $input) { article { id } } }`);

export const rateArticle = document<
  unknown,
  { input: { articleId: string; helpful: boolean; reason?: FeedbackReason; comment?: string } }
>(`
mutation RateArticle($input: RateArticleInput!) { rateArticle(input: $input) { article { id } } }`);
