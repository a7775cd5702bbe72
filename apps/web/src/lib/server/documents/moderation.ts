import type { Page, Person } from '#lib/model.ts';
import type {
  Flag,
  FlagReason,
  FlagVerdict,
  FlaggedPost,
  FraudCase,
  FraudCaseRow,
  FraudState,
  FraudThresholds,
  InvalidatedMonth,
  OwnFlag,
  PostLine,
  Sanction,
} from '#lib/model/moderation.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

const postLine = `
fragment PostLine on Post {
  id path isDeleted author { ...Person }
  ... on Question { title }
  ... on Answer { question { id title } }
}
${person}`;

const flagLine = `fragment FlagLine on Flag { id reason remark createdAt verdict note decidedAt }`;

const caseRow = `
fragment CaseRow on FraudCase {
  id kind state voteCount acceptanceCount foundAt grownAt
  evidence { name value }
  people { ...Person }
}
${person}`;

export const postToReport = document<{ node: PostLine | null; myFlagOn: Flag | null }, { id: string }>(
  `
query PostToReport($id: ID!) {
  node(id: $id) { ... on Question { ...PostLine } ... on Answer { ...PostLine } }
  myFlagOn(postId: $id) { ...FlagLine }
}`,
  postLine,
  flagLine,
);

export const flagPost = document<
  { flagPost: { flag: { id: string } } },
  { input: { postId: string; reason: FlagReason; remark: string | null } }
>(`
mutation FlagPost($input: FlagPostInput!) { flagPost(input: $input) { flag { id } } }`);

export const myFlags = document<{ myFlags: Page<OwnFlag> }, { after: string | null }>(
  `
query MyFlags($after: String) {
  myFlags(first: 30, after: $after) {
    nodes { ...FlagLine post { ...PostLine } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  postLine,
  flagLine,
);

export const flagQueue = document<{ flagQueue: Page<FlaggedPost> }, { after: string | null }>(
  `
query FlagQueue($after: String) {
  flagQueue(first: 20, after: $after) {
    nodes {
      isPriority since viewerCanResolve
      post { ...PostLine ... on Question { bodyHtml } ... on Answer { bodyHtml } }
      flags { ...FlagLine flagger { ...Person } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  postLine,
  flagLine,
);

export const resolveFlags = document<
  { resolveFlags: { postId: string } },
  { input: { postId: string; verdict: FlagVerdict; note: string | null } }
>(`
mutation ResolveFlags($input: ResolveFlagsInput!) { resolveFlags(input: $input) { postId } }`);

export const memberByName = document<{ user: Person | null }, { username: string }>(
  `
query MemberByName($username: String!) { user(username: $username) { ...Person } }`,
  person,
);

export const sanctionsOf = document<
  { sanctionsOf: Page<Sanction> },
  { userId: string; after: string | null }
>(
  `
query SanctionsOf($userId: ID!, $after: String) {
  sanctionsOf(userId: $userId, first: 20, after: $after) {
    nodes { id points reason createdAt liftedAt liftReason sanctionedBy { ...Person } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
);

export const sanctionMember = document<
  { sanctionMember: { sanction: { id: string } } },
  { input: { userId: string; points: number; reason: string } }
>(`
mutation SanctionMember($input: SanctionMemberInput!) { sanctionMember(input: $input) { sanction { id } } }`);

export const liftSanction = document<
  { liftSanction: { sanction: { id: string } } },
  { input: { sanctionId: string; reason: string } }
>(`
mutation LiftSanction($input: LiftSanctionInput!) { liftSanction(input: $input) { sanction { id } } }`);

export const fraudCases = document<
  { fraudCases: Page<FraudCaseRow> },
  { states: FraudState[]; after: string | null }
>(
  `
query FraudCases($states: [FraudState!], $after: String) {
  fraudCases(first: 20, after: $after, states: $states) {
    nodes { ...CaseRow }
    pageInfo { hasNextPage endCursor }
  }
}`,
  caseRow,
);

export const fraudCase = document<{ fraudCase: FraudCase | null }, { id: string; after: string | null }>(
  `
query FraudCase($id: ID!, $after: String) {
  fraudCase(id: $id) {
    ...CaseRow
    proposalReason invalidatedAt dismissalReason undoReason
    proposedBy { ...Person }
    confirmedBy { ...Person }
    dismissedBy { ...Person }
    undoProposedBy { ...Person }
    viewerCan { propose confirm dismiss undo }
    edges { upvotes downvotes acceptances from { ...Person } to { ...Person } }
    votes(first: 100, after: $after) {
      nodes { id isUp castAt isProposed state voter { ...Person } post { ...PostLine } }
      pageInfo { hasNextPage endCursor }
    }
    acceptances(first: 100) {
      nodes { answerId mark acceptedAt isProposed state asker { ...Person } answer { ...PostLine } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  caseRow,
  postLine,
);

type Decided = { fraudCase: { id: string } };
const decided = `{ fraudCase { id } }`;

export const proposeInvalidation = document<
  { proposeInvalidation: Decided },
  { input: { caseId: string; voteIds: string[] | null; answerIds: string[] | null; reason: string } }
>(`
mutation ProposeInvalidation($input: ProposeInvalidationInput!) { proposeInvalidation(input: $input) ${decided} }`);

export const confirmInvalidation = document<{ confirmInvalidation: Decided }, { input: { caseId: string } }>(`
mutation ConfirmInvalidation($input: ConfirmInvalidationInput!) { confirmInvalidation(input: $input) ${decided} }`);

export const dismissFraudCase = document<
  { dismissFraudCase: Decided },
  { input: { caseId: string; reason: string } }
>(`
mutation DismissFraudCase($input: DismissFraudCaseInput!) { dismissFraudCase(input: $input) ${decided} }`);

export const undoInvalidation = document<
  { undoInvalidation: Decided },
  { input: { caseId: string; reason: string } }
>(`
mutation UndoInvalidation($input: UndoInvalidationInput!) { undoInvalidation(input: $input) ${decided} }`);

const thresholds = `windowDays serialVotes serialShare ringVotes ringShare reciprocalAcceptances reciprocalFactor
    sharedDays sharedAccounts sharedDeeds regrowth`;

export const fraudThresholds = document<{ fraudThresholds: FraudThresholds }, Record<string, never>>(`
query FraudThresholds { fraudThresholds { ${thresholds} } }`);

export const updateFraudThresholds = document<
  { updateFraudThresholds: { windowDays: number } },
  { input: FraudThresholds }
>(`
mutation UpdateFraudThresholds($input: FraudThresholdsInput!) { updateFraudThresholds(input: $input) { windowDays } }`);

export const invalidatedByMonth = document<{ invalidatedByMonth: InvalidatedMonth[] }>(`
query InvalidatedByMonth { invalidatedByMonth { month votes acceptances } }`);
