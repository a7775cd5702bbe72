import { accountFromJson, toUser } from '#libs/accounts';
import type { AccountJson } from '#libs/accounts';
import type { RuleSet } from '#libs/reputation';
import { criteriaOf } from '../domain/criteria.js';
import type {
  CandidateRow,
  InvitationRow,
  NominationRow,
  SuperuserRow,
  TermRow,
} from '../persistence/programme.queries.js';
import type * as types from './programme.types.js';

const personOf = (account: AccountJson | null) => account && toUser(accountFromJson(account));
const timeOf = (json: string | null) => (json === null ? null : new Date(json));

export function toSuperuser({ account, since }: SuperuserRow): types.Superuser {
  return { user: toUser(accountFromJson(account)), since: timeOf(since) };
}

export function toInvitation(row: InvitationRow): types.SuperuserInvitation {
  return {
    ...row,
    user: personOf(row.account),
    invitedBy: personOf(row.invitedBy),
    createdAt: new Date(row.createdAt),
    expiresAt: new Date(row.expiresAt),
    settledAt: timeOf(row.settledAt),
  };
}

export function toTerm(row: TermRow, rules: RuleSet): types.SuperuserTerm {
  return {
    ...row,
    user: personOf(row.account),
    beganAt: new Date(row.beganAt),
    endsAt: new Date(row.endsAt),
    canBeRenewed: row.isEnding && (row.isRenewalOffered || !row.isBelowForLong),
    criteria: row.figures && criteriaOf(row.figures, rules.superusers),
    belowSince: timeOf(row.belowSince),
    endedAt: timeOf(row.endedAt),
  };
}

export function toCandidate(row: CandidateRow, rules: RuleSet): types.SuperuserCandidate {
  return {
    ...row,
    user: toUser(accountFromJson(row.account)),
    criteria: criteriaOf(row.figures, rules.superusers),
    metCount: row.met,
    qualifiedSince: timeOf(row.qualifiedSince),
    invitation: row.invitation && toInvitation(row.invitation),
    countedAt: new Date(row.countedAt),
  };
}

export function toNomination(row: NominationRow): types.SuperuserNomination {
  const { reason, createdAt } = row;
  return {
    nominee: personOf(row.nominee),
    nominator: personOf(row.nominator),
    reason,
    createdAt: new Date(createdAt),
  };
}

/** What it takes, without anybody's figures. */
export function requirementsOf(rules: RuleSet): types.SuperuserRequirement[] {
  const nothing = { reputation: 0, activeDays: 0, solutions: 0, askers: 0, quality: 0 };
  return criteriaOf(nothing, rules.superusers).map(({ name, needed, neededToStay }) => ({
    name,
    needed,
    neededToStay,
  }));
}
