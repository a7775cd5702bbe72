import type { Page, Person } from '../model.ts';

export type CriterionName = 'REPUTATION' | 'ACTIVE_DAYS' | 'SOLUTIONS' | 'ASKERS' | 'QUALITY';

export interface Requirement {
  name: CriterionName;
  needed: number;
}

/** With what somebody has of it. */
export interface Criterion extends Requirement {
  has: number;
  isMet: boolean;
}

export interface SuperuserProgramme {
  requirements: Requirement[];
  windowDays: number;
  stayShare: number;
  graceDays: number;
  termMonths: number;
  renewalDays: number;
  reputationToNominate: number;
  viewerCanNominate: boolean;
}

export type InvitationState = 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'EXPIRED';

export interface SuperuserInvitation {
  /** Null once the account was erased. */
  user: Person | null;
  invitedBy: Person | null;
  message: string;
  createdAt: string;
  expiresAt: string;
  termMonths: number;
  state: InvitationState;
  settledAt: string | null;
}

export interface OwnTerm {
  endsAt: string;
  canBeRenewed: boolean;
  isBelowForLong: boolean;
}

export interface SuperuserTerm extends OwnTerm {
  user: Person | null;
  beganAt: string;
  renewals: number;
  isRenewalOffered: boolean;
  criteria: Criterion[] | null;
  belowSince: string | null;
  endedAt: string | null;
  endReason: 'COMPLETED' | 'STEPPED_DOWN' | 'ROLE_CHANGED' | null;
}

export interface SuperuserCandidate {
  user: Person;
  criteria: Criterion[];
  qualifiedSince: string | null;
  nominationCount: number;
  isSanctioned: boolean;
  invitation: SuperuserInvitation | null;
  countedAt: string;
}

export interface SuperuserNomination {
  nominee: Person | null;
  nominator: Person | null;
  reason: string;
  createdAt: string;
}

/** What the public page shows, and of the viewer what concerns them. */
export interface AboutSuperusers {
  superusers: Page<{ user: Person; since: string | null }>;
  superuserProgramme: SuperuserProgramme;
  viewer: {
    superuserInvitation: { expiresAt: string } | null;
    superuserTerm: OwnTerm | null;
    superuserCriteria: Criterion[] | null;
  } | null;
}
