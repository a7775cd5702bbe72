import type { ArticleRow, CountedTag, Page, QuestionOrder, QuestionRow } from '#lib/model.ts';
import { document } from '../document.ts';
import { articleRow, questionRow, tagLink } from './fragments.ts';

export const tagNames = document<
  { tags: { nodes: { name: string }[] } },
  { first: number; startsWith?: string }
>(`
query TagNames($first: Int, $startsWith: String) { tags(first: $first, startsWith: $startsWith) { nodes { id name } } }`);

export const tagList = document<
  { tags: Page<CountedTag> },
  { after: string | null; startsWith: string | null }
>(
  `
query TagList($after: String, $startsWith: String) {
  tags(first: 60, after: $after, startsWith: $startsWith) {
    nodes { ...TagLink questionCount }
    pageInfo { hasNextPage endCursor }
  }
}`,
  tagLink,
);

export const tagPage = document<
  { tag: CountedTag | null; questions: Page<QuestionRow>; articles: { nodes: ArticleRow[] } },
  { name: string; tags: string[]; after: string | null; order: QuestionOrder }
>(
  `
query TagPage($name: String!, $tags: [String!], $after: String, $order: QuestionOrder) {
  tag(name: $name) { ...TagLink questionCount }
  questions(first: 20, after: $after, filter: { tags: $tags }, orderBy: $order) {
    nodes { ...QuestionRow }
    pageInfo { hasNextPage endCursor }
  }
  articles(first: 10, tags: $tags) { nodes { ...ArticleRow } }
}`,
  tagLink,
  questionRow,
  articleRow,
);
