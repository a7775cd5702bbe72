import type { OfferedProduct } from '#lib/model/catalogue.ts';
import type {
  AnswerToReview,
  ArticleFreshness,
  ArticleRead,
  Remark,
  StaleArticle,
  StaleKind,
  StaleRules,
} from '#lib/model/freshness.ts';
import type { Page, Person, QuestionRow } from '#lib/model.ts';
import { document } from '../document.ts';
import { appliesTo, articleRow, person } from './fragments.ts';

const staleReason = `
fragment StaleReason on StaleReason {
  kind since votes notHelpful answers dueOn lookedAt remark
  versions { id name product { id name } }
}`;

/** Takes `$versions: [ID!]`, what a guest uses. */
export const articleFreshness = `
fragment ArticleFreshness on Article {
  confirmedAt reviewDueOn
  owner { ...Person }
  appliesTo { ...AppliesTo }
  staleReasons { ...StaleReason }
}
${person}
${appliesTo}
${staleReason}`;

const remark = `
fragment Remark on ArticleRemark {
  id helpful reason comment version saidAt resolvedAt
  article { id title path locale version }
}`;

/** What only those see who look after an article. */
export const articleCare = document<
  {
    article: { questionsAfter: Page<Pick<QuestionRow, 'id' | 'title' | 'path' | 'locale'>> } | null;
    articleRemarks: Page<Remark>;
    products: OfferedProduct[];
  },
  { slug: string; id: string }
>(
  `
query ArticleCare($slug: String!, $id: ID!) {
  article(slug: $slug) {
    id
    questionsAfter(first: 5) { nodes { id title path locale } pageInfo { hasNextPage endCursor } }
  }
  articleRemarks(articleId: $id, first: 5) { nodes { ...Remark } pageInfo { hasNextPage endCursor } }
  products { id slug name versions { id name } }
}`,
  remark,
);

export const careOptions = document<
  { article: ArticleFreshness | null; curators: Person[]; products: OfferedProduct[] },
  { slug: string; versions: string[] }
>(
  `
query CareOptions($slug: String!, $versions: [ID!]) {
  article(slug: $slug) { id ...ArticleFreshness }
  curators { ...Person }
  products { id slug name versions { id name } }
}`,
  articleFreshness,
);

export const staleQueues = document<
  {
    staleArticles: Page<StaleArticle>;
    answersToReview: Page<AnswerToReview>;
    articleRemarks: Page<Remark>;
  },
  {
    articles: string | null;
    owner: string | null;
    unowned: boolean;
    kind: StaleKind | null;
    answers: string | null;
    remarks: string | null;
    resolved: boolean;
  }
>(
  `
query StaleQueues(
  $articles: String, $owner: ID, $unowned: Boolean, $kind: StaleKind,
  $answers: String, $remarks: String, $resolved: Boolean
) {
  staleArticles(first: 20, after: $articles, ownerId: $owner, unowned: $unowned, kind: $kind) {
    nodes { ...ArticleRow version owner { ...Person } staleReasons { ...StaleReason } }
    pageInfo { hasNextPage endCursor }
  }
  answersToReview(first: 20, after: $answers) {
    nodes {
      version { id name product { id name } }
      answer { id path appliesTo { label } question { id title locale appliesTo { label } } }
    }
    pageInfo { hasNextPage endCursor }
  }
  articleRemarks(first: 20, after: $remarks, resolved: $resolved) {
    nodes { ...Remark }
    pageInfo { hasNextPage endCursor }
  }
}`,
  articleRow,
  person,
  staleReason,
  remark,
);

export const staleRules = document<{ staleRules: StaleRules }>(`
query StaleRules { staleRules { feedback { isOn minVotes share } drift ageMonths version } }`);

export const updateStaleRules = document<unknown, { input: StaleRules }>(`
mutation UpdateStaleRules($input: UpdateStaleRulesInput!) {
  updateStaleRules(input: $input) { rules { drift } }
}`);

interface RangeInput {
  productId: string;
  fromVersionId: string | null;
  toVersionId: string | null;
}

export const setArticleCare = document<
  unknown,
  {
    input: {
      articleId: string;
      ownerId: string | null;
      reviewDueOn: string | null;
      appliesTo?: RangeInput[];
    };
  }
>(`
mutation SetArticleCare($input: SetArticleCareInput!) { setArticleCare(input: $input) { article { id } } }`);

export const confirmArticle = document<
  unknown,
  { input: { articleId: string; expectedVersion: number; reviewDueOn?: string; toVersionId?: string } }
>(`
mutation ConfirmArticle($input: ConfirmArticleInput!) { confirmArticle(input: $input) { article { id } } }`);

export const markArticleStale = document<unknown, { input: { articleId: string; remark: string } }>(`
mutation MarkArticleStale($input: MarkArticleStaleInput!) {
  markArticleStale(input: $input) { article { id } }
}`);

export const confirmAnswerForVersion = document<unknown, { input: { answerId: string; versionId: string } }>(`
mutation ConfirmAnswerForVersion($input: ConfirmAnswerForVersionInput!) {
  confirmAnswerForVersion(input: $input) { answer { id } }
}`);

export const resolveFeedback = document<unknown, { input: { remarkId: string; resolved: boolean } }>(`
mutation ResolveFeedback($input: ResolveFeedbackInput!) { resolveFeedback(input: $input) { remark { id } } }`);

export const articleRead = document<{ article: ArticleRead | null }, { slug: string }>(`
query ArticleRead($slug: String!) { article(slug: $slug) { id title path locale } }`);
