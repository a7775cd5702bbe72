import type { AnswerRow, LedgerEntry, Page, Person, Profile, QuestionRow } from '#lib/model.ts';
import type { EntryKind, LedgerDay, LedgerPost, ReputationHistory } from '#lib/model/ledger.ts';
import type { Rating } from '#lib/model/ratings.ts';
import type { HeldBadge, Renown } from '#lib/model/recognition.ts';
import { document } from '../document.ts';
import { person, questionRow, rating } from './fragments.ts';
import { heldBadge } from './recognition.ts';

export interface Helper extends Person {
  createdAt: string;
  helperRating: Rating;
  answerCount: number;
  acceptedAnswerCount: number;
}

export const peopleList = document<{ users: Page<Helper> }, { after: string | null }>(
  `
query PeopleList($after: String) {
  users(first: 30, after: $after) {
    nodes { ...Person createdAt helperRating { ...Rating } answerCount acceptedAnswerCount }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
  rating,
);

export const profileHead = `
fragment ProfileHead on User {
  ...Person
  createdAt email aboutHtml questionCount answerCount acceptedAnswerCount articleCount
  helperRating { ...Rating }
  badges { name awardedAt count }
  privileges { name held reputationNeeded missing }
  viewerCanNominate
}
${person}
${rating}`;

const ledgerEntry = `
fragment LedgerEntry on ReputationEntry {
  id delta pointsBeforeCap dayCap reason ruleVersion reversalCause createdAt isReversed
  reverses { id reason createdAt }
  post { path ... on Question { title } ... on Answer { question { id title } } }
}`;

const answerRow = `
fragment AnswerRow on Answer { id path score isAccepted isOfficial createdAt question { id title locale } }`;

interface Named {
  username: string;
  after: string | null;
}

/** The profile with a first look at everything. */
export const profileOverview = document<
  {
    user:
      | (Profile &
          Renown & {
            questions: Page<QuestionRow>;
            answers: Page<AnswerRow>;
            reputationEntries: Page<LedgerEntry>;
          })
      | null;
  },
  { username: string; locale: string }
>(
  `
query ProfileOverview($username: String!, $locale: String) {
  user(username: $username) {
    ...ProfileHead
    badgeCounts { bronze silver gold }
    badgeAwards(first: 20) { nodes { ...HeldBadge } }
    topics(first: 8) { nodes { solutions place tag { ...TagLink } } }
    languages { locale answers }
    articlesMade(first: 5) { nodes { id path title locale } }
    questions(first: 5) { nodes { ...QuestionRow } pageInfo { hasNextPage endCursor } }
    answers(first: 5) { nodes { ...AnswerRow } pageInfo { hasNextPage endCursor } }
    reputationEntries(first: 5) { nodes { ...LedgerEntry } pageInfo { hasNextPage endCursor } }
  }
}`,
  profileHead,
  questionRow,
  answerRow,
  ledgerEntry,
  heldBadge,
);

export const profileBadges = document<
  { user: (Profile & { badgeAwards: Page<HeldBadge> }) | null },
  Named & { locale: string }
>(
  `
query ProfileBadges($username: String!, $locale: String, $after: String) {
  user(username: $username) {
    ...ProfileHead
    badgeAwards(first: 30, after: $after) { nodes { ...HeldBadge } pageInfo { hasNextPage endCursor } }
  }
}`,
  profileHead,
  heldBadge,
);

export const profileQuestions = document<
  { user: (Profile & { questions: Page<QuestionRow> }) | null },
  Named
>(
  `
query ProfileQuestions($username: String!, $after: String) {
  user(username: $username) {
    ...ProfileHead
    questions(first: 20, after: $after) { nodes { ...QuestionRow } pageInfo { hasNextPage endCursor } }
  }
}`,
  profileHead,
  questionRow,
);

export const profileAnswers = document<{ user: (Profile & { answers: Page<AnswerRow> }) | null }, Named>(
  `
query ProfileAnswers($username: String!, $after: String) {
  user(username: $username) {
    ...ProfileHead
    answers(first: 30, after: $after) { nodes { ...AnswerRow } pageInfo { hasNextPage endCursor } }
  }
}`,
  profileHead,
  answerRow,
);

interface WithHistory {
  reputationHistory: ReputationHistory;
}

const history = `
fragment History on User { reputationHistory(points: 120) { unit steps { from firstOn lastOn gained lost reputation } } }`;

export const profileLedger = document<
  { user: (Profile & WithHistory & { reputationEntries: Page<LedgerEntry> }) | null },
  Named & { kind: EntryKind }
>(
  `
query ProfileLedger($username: String!, $after: String, $kind: ReputationEntryKind!) {
  user(username: $username) {
    ...ProfileHead
    ...History
    reputationEntries(first: 50, after: $after, kind: $kind) {
      nodes { ...LedgerEntry }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
}`,
  profileHead,
  history,
  ledgerEntry,
);

export const profileLedgerByDay = document<
  { user: (Profile & WithHistory & { reputationByDay: Page<LedgerDay> }) | null },
  Named
>(
  `
query ProfileLedgerByDay($username: String!, $after: String) {
  user(username: $username) {
    ...ProfileHead
    ...History
    reputationByDay(first: 20, after: $after) {
      nodes { day gained lost entryCount entries(first: 10) { ...LedgerEntry } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  profileHead,
  history,
  ledgerEntry,
);

export const profileLedgerByPost = document<
  { user: (Profile & WithHistory & { reputationByPost: Page<LedgerPost> }) | null },
  Named
>(
  `
query ProfileLedgerByPost($username: String!, $after: String) {
  user(username: $username) {
    ...ProfileHead
    ...History
    reputationByPost(first: 20, after: $after) {
      nodes {
        gained lost entryCount
        post { path ... on Question { title } ... on Answer { question { id title } } }
        entries(first: 10) { ...LedgerEntry }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
  profileHead,
  history,
  ledgerEntry,
);

export const ownProfile = document<
  { viewer: (Person & { about: string; email: string | null }) | null },
  Record<string, never>
>(
  `
query OwnProfile { viewer { ...Person about email } }`,
  person,
);

export const editProfile = document<
  { editProfile: { user: { path: string } } },
  { input: { displayName: string; about: string } }
>(`
mutation EditProfile($input: EditProfileInput!) { editProfile(input: $input) { user { id path } } }`);

export const eraseOwnAccount = document<unknown, { input: { password: string; username: string } }>(`
mutation EraseOwnAccount($input: EraseOwnAccountInput!) { eraseOwnAccount(input: $input) { ok } }`);

export const changePassword = document<unknown, { input: { currentPassword: string; newPassword: string } }>(`
mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) { user { id } } }`);
