import type { Page } from '#lib/model.ts';
import type {
  AboutSuperusers,
  SuperuserCandidate,
  SuperuserInvitation,
  SuperuserNomination,
  SuperuserTerm,
} from '#lib/model/superusers.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

const criterion = `
fragment Criterion on SuperuserCriterion { name needed has isMet }`;

const invitation = `
fragment Invitation on SuperuserInvitation {
  user { ...Person }
  invitedBy { ...Person }
  message createdAt expiresAt termMonths state settledAt
}`;

export const aboutSuperusers = document<AboutSuperusers, { after: string | null }>(
  `
query AboutSuperusers($after: String) {
  superusers(first: 30, after: $after) { nodes { user { ...Person } since } pageInfo { hasNextPage endCursor } }
  superuserProgramme {
    requirements { name needed }
    windowDays stayShare graceDays termMonths renewalDays reputationToNominate viewerCanNominate
  }
  viewer {
    id
    superuserInvitation { expiresAt }
    superuserTerm { endsAt canBeRenewed isBelowForLong }
    superuserCriteria { ...Criterion }
  }
}`,
  person,
  criterion,
);

export const ownInvitation = document<
  { viewer: { superuserInvitation: SuperuserInvitation | null } | null },
  Record<string, never>
>(
  `
query OwnInvitation { viewer { id superuserInvitation { ...Invitation } } }`,
  invitation,
  person,
);

export const personByName = document<{ user: { id: string } | null }, { username: string }>(`
query PersonByName($username: String!) { user(username: $username) { id } }`);

export const nominateSuperuser = document<
  unknown,
  { input: { userId: string; reason: string; clientMutationId?: string } }
>(`
mutation NominateSuperuser($input: NominateSuperuserInput!) { nominateSuperuser(input: $input) { user { id } } }`);

export const acceptInvitation = document<unknown, Record<string, never>>(`
mutation AcceptSuperuserInvitation { acceptSuperuserInvitation { user { id } } }`);

export const declineInvitation = document<unknown, Record<string, never>>(`
mutation DeclineSuperuserInvitation { declineSuperuserInvitation { user { id } } }`);

export const renewTerm = document<unknown, Record<string, never>>(`
mutation RenewSuperuserTerm { renewSuperuserTerm { user { id } } }`);

export const stepDown = document<unknown, Record<string, never>>(`
mutation StepDownAsSuperuser { stepDownAsSuperuser { user { id } } }`);

export type CandidateView = 'SUGGESTED' | 'ALL';

export const candidateList = document<
  { superuserCandidates: Page<SuperuserCandidate> },
  { view: CandidateView; after: string | null }
>(
  `
query SuperuserCandidates($view: SuperuserCandidateView, $after: String) {
  superuserCandidates(first: 20, after: $after, view: $view) {
    nodes {
      user { ...Person }
      criteria { ...Criterion }
      qualifiedSince nominationCount isSanctioned countedAt
      invitation { ...Invitation }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
  criterion,
  invitation,
);

export const nominationList = document<
  { superuserNominations: Page<SuperuserNomination> },
  { after: string | null }
>(
  `
query SuperuserNominations($after: String) {
  superuserNominations(first: 20, after: $after) {
    nodes { nominee { ...Person } nominator { ...Person } reason createdAt }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
);

export const invitationList = document<
  { superuserInvitations: Page<SuperuserInvitation> },
  { after: string | null }
>(
  `
query SuperuserInvitations($after: String) {
  superuserInvitations(first: 20, after: $after) {
    nodes { ...Invitation }
    pageInfo { hasNextPage endCursor }
  }
}`,
  invitation,
  person,
);

export const termList = document<
  { superuserTerms: Page<SuperuserTerm> },
  { open: boolean; after: string | null }
>(
  `
query SuperuserTerms($open: Boolean, $after: String) {
  superuserTerms(first: 20, after: $after, open: $open) {
    nodes {
      user { ...Person }
      beganAt endsAt renewals canBeRenewed isRenewalOffered belowSince isBelowForLong endedAt endReason
      criteria { ...Criterion }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
  criterion,
);

export const inviteSuperuser = document<unknown, { input: { userId: string; message: string } }>(`
mutation InviteSuperuser($input: InviteSuperuserInput!) { inviteSuperuser(input: $input) { user { id } } }`);

export const withdrawInvitation = document<unknown, { input: { userId: string } }>(`
mutation WithdrawSuperuserInvitation($input: SuperuserPersonInput!) {
  withdrawSuperuserInvitation(input: $input) { user { id } }
}`);

export const offerRenewal = document<unknown, { input: { userId: string } }>(`
mutation OfferSuperuserRenewal($input: SuperuserPersonInput!) { offerSuperuserRenewal(input: $input) { user { id } } }`);

export const refreshCandidates = document<unknown, Record<string, never>>(`
mutation RefreshSuperuserCandidates { refreshSuperuserCandidates { countedAt } }`);
