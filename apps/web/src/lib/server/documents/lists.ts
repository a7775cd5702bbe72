import type { ArticleRow, CountedTag, Page, Person, QuestionOrder, QuestionRow } from '#lib/model.ts';
import type { OfferedProduct } from '#lib/model/catalogue.ts';
import type { Rating } from '#lib/model/ratings.ts';
import type { Spotlight } from '#lib/model/recognition.ts';
import { document } from '../document.ts';
import { articleRow, person, questionRow, rating, tagLink } from './fragments.ts';
import { spotlight } from './recognition.ts';

export interface QuestionFilter {
  tags?: string[];
  answered?: boolean;
  accepted?: boolean;
  locale?: string;
  productId?: string;
  versionId?: string;
  hasOpenBounty?: boolean;
}

export interface Surroundings {
  tags: { nodes: CountedTag[] };
  articles: { nodes: ArticleRow[] };
  spotlight: Spotlight | null;
  users: { nodes: (Person & { helperRating: Rating })[] };
}

/** The start page: a list of questions and what stands beside it. */
export const home = document<
  { questions: Page<QuestionRow>; products: OfferedProduct[] } & Surroundings,
  { order: QuestionOrder; filter: QuestionFilter; after: string | null }
>(
  `
query Home($order: QuestionOrder, $filter: QuestionFilter, $after: String) {
  questions(first: 20, after: $after, filter: $filter, orderBy: $order) {
    nodes { ...QuestionRow }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
  products { id slug name versions { id name } }
  tags(first: 12) { nodes { ...TagLink questionCount } }
  articles(first: 5) { nodes { ...ArticleRow } }
  spotlight { ...Spotlight }
  users(first: 5) { nodes { ...Person helperRating { ...Rating } } }
}`,
  questionRow,
  spotlight,
  articleRow,
  person,
  tagLink,
  rating,
);
