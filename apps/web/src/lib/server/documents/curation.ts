import type { ArticleRow, Page } from '#lib/model.ts';
import type {
  AutoPromotionMode,
  Candidate,
  CandidateState,
  KnowledgeSettings,
  Review,
  ReviewState,
  Schedule,
} from '#lib/model/curation.ts';
import { document } from '../document.ts';
import { articleRow, person, tagLink } from './fragments.ts';

/** What curators read and do, apart from writing articles. */

export const candidates = document<
  { promotionCandidates: Page<Candidate> },
  { after: string | null; state: CandidateState | null }
>(
  `
query Candidates($after: String, $state: CandidateState) {
  promotionCandidates(first: 20, after: $after, state: $state) {
    nodes {
      priority state claimedUntil declineReason declinedAt
      reasons { kind value points }
      claimedBy { ...Person }
      declinedBy { ...Person }
      question { id title path viewCount locale tags { ...TagLink } }
      answer { id path bodyHtml score isAccepted isOfficial author { ...Person } article { id title path } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
  tagLink,
);

type CandidateInput = { answerId: string; force?: boolean };

export const claimCandidate = document<unknown, { input: CandidateInput }>(`
mutation ClaimCandidate($input: ClaimCandidateInput!) { claimCandidate(input: $input) { candidate { state } } }`);

export const releaseCandidate = document<unknown, { input: { answerId: string } }>(`
mutation ReleaseCandidate($input: CandidateInput!) { releaseCandidate(input: $input) { candidate { state } } }`);

export const declineCandidate = document<unknown, { input: CandidateInput & { reason: string } }>(`
mutation DeclineCandidate($input: DeclineCandidateInput!) {
  declineCandidate(input: $input) { candidate { state } }
}`);

export const reopenCandidate = document<unknown, { input: { answerId: string } }>(`
mutation ReopenCandidate($input: CandidateInput!) { reopenCandidate(input: $input) { candidate { state } } }`);

export const promoteAnswers = document<
  { promoteAnswers: { article: { path: string } } },
  { input: { answerIds: string[]; title?: string; force?: boolean } }
>(`
mutation PromoteAnswers($input: PromoteAnswersInput!) { promoteAnswers(input: $input) { article { id path } } }`);

const review = `
fragment Review on ArticleReview {
  version state requestedAt decidedAt remark
  requestedBy { ...Person }
  decidedBy { ...Person }
}
${person}`;

export const articleLife = `
fragment ArticleLife on Article {
  reviewState
  reviews { ...Review }
  schedule { publishAt problemKind problem scheduledBy { ...Person } }
  sources {
    answer { id path author { ...Person } }
    question { id title locale }
    pinnedRevision pinnedBody currentRevision currentBody hasDrifted
    diff { kind skipped spans { text changed } }
  }
  versions(first: 1) { nodes { id author { ...Person } } }
}
${review}
${person}`;

export type ReviewedArticle = ArticleRow & {
  workingCopy: { version: number; title: string };
  reviews: Review[];
  schedule: Schedule | null;
};

export const articlesInReview = document<
  { articles: Page<ReviewedArticle> },
  { state: Exclude<ReviewState, 'NONE'>; after: string | null }
>(
  `
query ArticlesInReview($state: ReviewState!, $after: String) {
  articles(first: 30, after: $after, reviewState: $state) {
    nodes {
      ...ArticleRow
      workingCopy { version title }
      reviews { ...Review }
      schedule { publishAt problemKind problem scheduledBy { ...Person } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  articleRow,
  review,
  person,
);

type ArticleInput = { articleId: string };

export const requestReview = document<unknown, { input: ArticleInput }>(`
mutation RequestReview($input: ArticleInput!) { requestReview(input: $input) { article { id } } }`);

export const approveArticle = document<
  unknown,
  { input: ArticleInput & { expectedVersion: number; remark: string | null } }
>(`
mutation ApproveArticle($input: ApproveArticleInput!) { approveArticle(input: $input) { article { id } } }`);

export const requestChanges = document<
  unknown,
  { input: ArticleInput & { expectedVersion: number; remark: string } }
>(`
mutation RequestChanges($input: RequestChangesInput!) { requestChanges(input: $input) { article { id } } }`);

export const schedulePublication = document<unknown, { input: ArticleInput & { at: string } }>(`
mutation SchedulePublication($input: SchedulePublicationInput!) {
  schedulePublication(input: $input) { article { id } }
}`);

export const cancelScheduledPublication = document<unknown, { input: ArticleInput }>(`
mutation CancelScheduledPublication($input: ArticleInput!) {
  cancelScheduledPublication(input: $input) { article { id } }
}`);

export const restoreArticleVersion = document<
  { restoreArticleVersion: { article: { path: string } } },
  { input: ArticleInput & { number: number; expectedVersion: number; reason: string } }
>(`
mutation RestoreArticleVersion($input: RestoreArticleVersionInput!) {
  restoreArticleVersion(input: $input) { article { id path } }
}`);

export const changeArticleSlug = document<
  { changeArticleSlug: { article: { path: string } } },
  { input: ArticleInput & { slug: string } }
>(`
mutation ChangeArticleSlug($input: ChangeArticleSlugInput!) {
  changeArticleSlug(input: $input) { article { id path } }
}`);

type SourceInput = ArticleInput & { answerId: string };

export const addArticleSource = document<unknown, { input: SourceInput }>(`
mutation AddArticleSource($input: AddArticleSourceInput!) { addArticleSource(input: $input) { article { id } } }`);

export const removeArticleSource = document<unknown, { input: SourceInput }>(`
mutation RemoveArticleSource($input: ArticleSourceInput!) {
  removeArticleSource(input: $input) { article { id } }
}`);

export const confirmSources = document<
  unknown,
  { input: ArticleInput & { seen: { answerId: string; revision: number }[] } }
>(`
mutation ConfirmSources($input: ConfirmSourcesInput!) { confirmSources(input: $input) { article { id } } }`);

const settings = `
fragment KnowledgeRules on KnowledgeSettings { requireReview autoPromotion { mode minScore onOfficial } }`;

export const knowledgeSettings = document<{ knowledgeSettings: KnowledgeSettings }, Record<string, never>>(
  `
query DeskSettings { knowledgeSettings { ...KnowledgeRules } }`,
  settings,
);

export const updateKnowledgeSettings = document<
  unknown,
  {
    input: {
      requireReview: boolean;
      autoPromotion: { mode: AutoPromotionMode; minScore: number; onOfficial: boolean };
    };
  }
>(
  `
mutation UpdateKnowledgeSettings($input: UpdateKnowledgeSettingsInput!) {
  updateKnowledgeSettings(input: $input) { settings { ...KnowledgeRules } }
}`,
  settings,
);
