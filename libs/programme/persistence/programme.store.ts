import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/kernel';
import { Database } from '#libs/platform';
import { NOMINATION_DAYS, RENEWAL_DAYS, SANCTION_DAYS } from '../domain/programme.js';
import type { InvitationState, TermEnd } from '../domain/programme.js';

/** Somebody whose account is locked: their role, invitation and term stay as they are until we have written. */
export interface LockedPerson {
  readonly accountId: number;
  readonly role: Role;
  /** They were sanctioned lately, and the sanction was not lifted. */
  readonly isSanctioned: boolean;
}

export interface OpenInvitation {
  readonly id: number;
  readonly accountId: number;
  readonly termMonths: number;
  readonly isExpired: boolean;
}

export interface OpenTerm {
  readonly id: number;
  readonly accountId: number;
  readonly endsAt: Date;
  readonly isOver: boolean;
  /** It ends so soon that it can be renewed. */
  readonly isEnding: boolean;
  readonly isRenewalOffered: boolean;
}

/** Reads what is about to change, locked, and writes what becomes of it. The account is always locked first. */
@Injectable()
export class ProgrammeStore {
  constructor(private readonly database: Database) {}

  /** Undefined for who is not there any more. */
  lockPerson(accountId: number): Promise<LockedPerson | undefined> {
    return this.database.one(
      `select id as "accountId", role,
              exists (select from sanction
                       where sanction.account_id = account.id and lifted_at is null
                         and created_at > now() - make_interval(days => ${SANCTION_DAYS})) as "isSanctioned"
         from account where id = $1 and erased_at is null for no key update`,
      [accountId],
    );
  }

  /** Gives nothing if the same person nominated them within a year; the nominator is locked. */
  async addNomination(nomination: {
    nomineeId: number;
    nominatorId: number;
    reason: string;
  }): Promise<number | undefined> {
    const row = await this.database.one<{ id: number }>(
      `insert into superuser_nomination (nominee_id, nominator_id, reason)
       select $1::bigint, $2::bigint, $3
        where not exists (select from superuser_nomination
                           where nominee_id = $1 and nominator_id = $2
                             and created_at > now() - make_interval(days => ${NOMINATION_DAYS}))
       returning id`,
      [nomination.nomineeId, nomination.nominatorId, nomination.reason],
    );
    return row?.id;
  }

  /** The open one of somebody who is locked; it may have run out a moment ago. */
  openInvitation(accountId: number): Promise<OpenInvitation | undefined> {
    return this.database.one(
      `select id, account_id as "accountId", term_months as "termMonths", expires_at <= now() as "isExpired"
         from superuser_invitation where account_id = $1 and state = 'OPEN' for no key update`,
      [accountId],
    );
  }

  async addInvitation(invitation: {
    accountId: number;
    invitedBy: number;
    message: string;
    days: number;
    termMonths: number;
    ruleVersion: number;
  }): Promise<{ id: number; expiresAt: Date }> {
    const row = await this.database.one<{ id: number; expiresAt: Date }>(
      `insert into superuser_invitation (account_id, invited_by, message, expires_at, term_months, rule_version)
       values ($1, $2, $3, now() + make_interval(days => $4), $5, $6) returning id, expires_at as "expiresAt"`,
      [
        invitation.accountId,
        invitation.invitedBy,
        invitation.message,
        invitation.days,
        invitation.termMonths,
        invitation.ruleVersion,
      ],
    );
    if (!row) throw new Error('the invitation was not written');
    return row;
  }

  /** @param by null: nobody, as when it expired, or the operator */
  async settleInvitation(
    id: number,
    state: Exclude<InvitationState, 'OPEN'>,
    by: number | null,
  ): Promise<void> {
    await this.database.query(
      `update superuser_invitation set state = $2, settled_at = now(), settled_by = $3 where id = $1`,
      [id, state, by],
    );
  }

  /** Whose invitation has run out, the longest waiting first. */
  async expiredInvitations(atMost: number): Promise<number[]> {
    const rows = await this.database.query<{ accountId: number }>(
      `select account_id as "accountId" from superuser_invitation
        where state = 'OPEN' and expires_at <= now() order by expires_at limit $1`,
      [atMost],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /** The open one of somebody who is locked. */
  openTerm(accountId: number): Promise<OpenTerm | undefined> {
    return this.database.one(
      `select id, account_id as "accountId", ends_at as "endsAt", ends_at <= now() as "isOver",
              ends_at <= now() + make_interval(days => ${RENEWAL_DAYS}) as "isEnding",
              renewal_offered_by is not null as "isRenewalOffered"
         from superuser_term where account_id = $1 and ended_at is null for no key update`,
      [accountId],
    );
  }

  async addTerm({ id, accountId, termMonths }: OpenInvitation): Promise<Date> {
    const row = await this.database.one<{ endsAt: Date }>(
      `insert into superuser_term (account_id, invitation_id, ends_at)
       values ($1, $2, now() + make_interval(months => $3)) returning ends_at as "endsAt"`,
      [accountId, id, termMonths],
    );
    if (!row) throw new Error('the term was not written');
    return row.endsAt;
  }

  /** So many months more from its end on, not from today: nobody loses days by being early. Gives the new end. */
  async renewTerm(id: number, months: number): Promise<Date> {
    const row = await this.database.one<{ endsAt: Date }>(
      `update superuser_term set ends_at = ends_at + make_interval(months => $2), renewals = renewals + 1,
                                 renewal_offered_by = null, ending_told_at = null
        where id = $1 returning ends_at as "endsAt"`,
      [id, months],
    );
    if (!row) throw new Error('the term was not renewed');
    return row.endsAt;
  }

  async offerRenewal(id: number, by: number): Promise<void> {
    await this.database.query(`update superuser_term set renewal_offered_by = $2 where id = $1`, [id, by]);
  }

  /** @param by null: nobody, as when its time was up, or the operator */
  async endTerm(id: number, reason: TermEnd, by: number | null): Promise<void> {
    await this.database.query(
      `update superuser_term set ended_at = now(), end_reason = $2, ended_by = $3 where id = $1`,
      [id, reason, by],
    );
  }

  /** Whose term is over, the longest waiting first. */
  async termsOver(atMost: number): Promise<number[]> {
    const rows = await this.database.query<{ accountId: number }>(
      `select account_id as "accountId" from superuser_term
        where ended_at is null and ends_at <= now() order by ends_at, id limit $1`,
      [atMost],
    );
    return rows.map(({ accountId }) => accountId);
  }

  /** Terms that can be renewed from now on and whose holders were not told so; from now on they are. */
  claimEnding(): Promise<{ id: number; accountId: number; endsAt: Date; renewals: number }[]> {
    return this.database.query(
      `update superuser_term t set ending_told_at = now()
         from (select id from superuser_term
                where ended_at is null and ending_told_at is null
                  and ends_at between now() and now() + make_interval(days => ${RENEWAL_DAYS})
                order by id for no key update skip locked) as ending
        where t.id = ending.id
       returning t.id, t.account_id as "accountId", t.ends_at as "endsAt", t.renewals`,
    );
  }
}
