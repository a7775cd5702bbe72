import { Injectable } from '@nestjs/common';
import { accountJson } from '#libs/accounts';
import type { AccountJson } from '#libs/accounts';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { Figures } from '../domain/criteria.js';
import { NOMINATION_DAYS, RENEWAL_DAYS, SANCTION_DAYS } from '../domain/programme.js';
import type { InvitationState, TermEnd } from '../domain/programme.js';

/** Somebody who looks after the place, for everybody to see. */
export interface SuperuserRow {
  account: AccountJson;
  /** Null for those whom an admin made one without a term. */
  since: string | null;
}

/** Times are text, as JSON has them. People who left are null. */
export interface InvitationRow {
  invitationId: number;
  account: AccountJson | null;
  invitedBy: AccountJson | null;
  message: string;
  createdAt: string;
  expiresAt: string;
  termMonths: number;
  state: InvitationState;
  settledAt: string | null;
}

export interface TermRow {
  termId: number;
  account: AccountJson | null;
  beganAt: string;
  endsAt: string;
  renewals: number;
  isRenewalOffered: boolean;
  /** It can be renewed now, unless they are below the criteria for too long. */
  isEnding: boolean;
  endedAt: string | null;
  endReason: TermEnd | null;
  /** As it was counted last; null where they were not counted. */
  figures: Figures | null;
  belowSince: string | null;
  isBelowForLong: boolean;
}

export interface CandidateRow {
  account: AccountJson;
  figures: Figures;
  met: number;
  qualifiedSince: string | null;
  nominationCount: number;
  isSanctioned: boolean;
  /** The latest, whatever became of it. */
  invitation: InvitationRow | null;
  countedAt: string;
}

export interface NominationRow {
  nominationId: number;
  nominee: AccountJson | null;
  nominator: AccountJson | null;
  reason: string;
  createdAt: string;
}

export type CandidateView = 'SUGGESTED' | 'NOMINATED' | 'ALL';

interface PageRequest {
  first: number;
  after?: string | null;
}

const INVITATION = `json_build_object(
  'invitationId', i.id, 'account', ${accountJson('i.account_id')}, 'invitedBy', ${accountJson('i.invited_by')},
  'message', i.message, 'createdAt', i.created_at, 'expiresAt', i.expires_at, 'termMonths', i.term_months,
  'state', case when i.state = 'OPEN' and i.expires_at <= now() then 'EXPIRED' else i.state end,
  'settledAt', i.settled_at)`;

const FIGURES = `json_build_object(
  'reputation', s.reputation, 'activeDays', s.active_days, 'solutions', s.solutions, 'askers', s.askers,
  'quality', s.quality)`;

const TERM = `json_build_object(
  'termId', t.id, 'account', ${accountJson('t.account_id')}, 'beganAt', t.began_at, 'endsAt', t.ends_at,
  'renewals', t.renewals, 'isRenewalOffered', t.renewal_offered_by is not null,
  'isEnding', t.ended_at is null and t.ends_at between now() and now() + make_interval(days => ${RENEWAL_DAYS}),
  'endedAt', t.ended_at, 'endReason', t.end_reason,
  'figures', case when s.account_id is not null and t.ended_at is null then ${FIGURES} end,
  'belowSince', case when t.ended_at is null then s.below_since end,
  'isBelowForLong', coalesce(t.ended_at is null and s.below_since <= now() - make_interval(days => (
     select (rules #>> '{superusers,graceDays}')::integer from rule_set order by version desc limit 1)), false))`;

const LATELY = `n.created_at > now() - make_interval(days => ${NOMINATION_DAYS})`;

const CANDIDATE = `json_build_object(
  'account', ${accountJson('s.account_id')}, 'figures', ${FIGURES}, 'met', s.met,
  'qualifiedSince', s.qualified_since, 'countedAt', s.counted_at,
  'nominationCount', (select count(*) from superuser_nomination n where n.nominee_id = s.account_id and ${LATELY}),
  'isSanctioned', exists (select from sanction where sanction.account_id = s.account_id and lifted_at is null
                             and created_at > now() - make_interval(days => ${SANCTION_DAYS})),
  'invitation', (select ${INVITATION} from superuser_invitation i where i.account_id = s.account_id
                  order by i.id desc limit 1))`;

const VIEWS: Record<CandidateView, string> = {
  SUGGESTED: `s.qualified_since is not null`,
  NOMINATED: `exists (select from superuser_nomination n where n.nominee_id = s.account_id and ${LATELY})`,
  ALL: 'true',
};

/** How the programme is read for screens. */
@Injectable()
export class ProgrammeQueries {
  constructor(private readonly database: Database) {}

  /** Superusers, the most reputable first. Nobody of staff is among them, and no moderator. */
  async superusers({ first, after }: PageRequest): Promise<Page<SuperuserRow>> {
    const [reputation, id] = after ? decodeCursor('superusers', ['number', 'number'], after) : [null, null];
    return this.page(
      `select json_build_object('account', ${accountJson('a.id')}, 'since', t.began_at) as row
         from account a left join superuser_term t on t.account_id = a.id and t.ended_at is null
        where a.role = 'SUPERUSER' and a.erased_at is null
          and ($1::bigint is null or a.reputation < $1 or (a.reputation = $1 and a.id > $2))
        order by a.reputation desc, a.id limit $3`,
      [reputation, id, first + 1],
      first,
    );
  }

  superuserCursor({ account }: SuperuserRow): string {
    return encodeCursor('superusers', [account.reputation, account.accountId]);
  }

  /** Members who are near what it takes, or named by somebody; those who fulfil most first. */
  async candidates(view: CandidateView, { first, after }: PageRequest): Promise<Page<CandidateRow>> {
    const [met, reputation, id] = after
      ? decodeCursor('superuser-candidates', ['number', 'number', 'number'], after)
      : [null, null, null];
    return this.page(
      `select ${CANDIDATE} as row from superuser_standing s join account a on a.id = s.account_id
        where a.role = 'MEMBER' and a.erased_at is null and ${VIEWS[view]}
          and ($1::smallint is null or s.met < $1
               or (s.met = $1 and (s.reputation < $2::integer or (s.reputation = $2::integer and s.account_id > $3))))
        order by s.met desc, s.reputation desc, s.account_id limit $4`,
      [met, reputation, id, first + 1],
      first,
    );
  }

  candidateCursor({ met, figures, account }: CandidateRow): string {
    return encodeCursor('superuser-candidates', [met, figures.reputation, account.accountId]);
  }

  /** The newest first. @param nomineeId null: of everybody */
  async nominations(nomineeId: number | null, { first, after }: PageRequest): Promise<Page<NominationRow>> {
    const [id] = after ? decodeCursor('superuser-nominations', ['number'], after) : [null];
    return this.page(
      `select json_build_object('nominationId', n.id, 'nominee', ${accountJson('n.nominee_id')},
                                'nominator', ${accountJson('n.nominator_id')}, 'reason', n.reason,
                                'createdAt', n.created_at) as row
         from superuser_nomination n
        where ($1::bigint is null or n.nominee_id = $1) and ($2::bigint is null or n.id < $2)
        order by n.id desc limit $3`,
      [nomineeId, id, first + 1],
      first,
    );
  }

  nominationCursor({ nominationId }: NominationRow): string {
    return encodeCursor('superuser-nominations', [nominationId]);
  }

  /** The newest first. */
  async invitations({ first, after }: PageRequest): Promise<Page<InvitationRow>> {
    const [id] = after ? decodeCursor('superuser-invitations', ['number'], after) : [null];
    return this.page(
      `select ${INVITATION} as row from superuser_invitation i where $1::bigint is null or i.id < $1
        order by i.id desc limit $2`,
      [id, first + 1],
      first,
    );
  }

  invitationCursor({ invitationId }: InvitationRow): string {
    return encodeCursor('superuser-invitations', [invitationId]);
  }

  /** Terms under way, those that end first come first; or those that are over, the latest begun first. */
  async terms(isOpen: boolean, { first, after }: PageRequest): Promise<Page<TermRow>> {
    const from = `from superuser_term t left join superuser_standing s on s.account_id = t.account_id`;
    if (isOpen) {
      const [endsAt, id] = after ? decodeCursor('superuser-terms', ['time', 'number'], after) : [null, null];
      return this.page(
        `select ${TERM} as row ${from}
          where t.ended_at is null and ($1::timestamptz is null or (t.ends_at, t.id) > ($1, $2::bigint))
          order by t.ends_at, t.id limit $3`,
        [endsAt, id, first + 1],
        first,
      );
    }
    const [id] = after ? decodeCursor('superuser-terms-over', ['number'], after) : [null];
    return this.page(
      `select ${TERM} as row ${from} where t.ended_at is not null and ($1::bigint is null or t.id < $1)
        order by t.id desc limit $2`,
      [id, first + 1],
      first,
    );
  }

  termCursor(isOpen: boolean, { termId, endsAt }: TermRow): string {
    return isOpen
      ? encodeCursor('superuser-terms', [new Date(endsAt).toISOString(), termId])
      : encodeCursor('superuser-terms-over', [termId]);
  }

  /** What somebody can answer now. */
  async openInvitationOf(accountId: number): Promise<InvitationRow | null> {
    const row = await this.database.one<{ row: InvitationRow }>(
      `select ${INVITATION} as row from superuser_invitation i
        where i.account_id = $1 and i.state = 'OPEN' and i.expires_at > now()`,
      [accountId],
    );
    return row?.row ?? null;
  }

  async openTermOf(accountId: number): Promise<TermRow | null> {
    const row = await this.database.one<{ row: TermRow }>(
      `select ${TERM} as row from superuser_term t left join superuser_standing s on s.account_id = t.account_id
        where t.account_id = $1 and t.ended_at is null`,
      [accountId],
    );
    return row?.row ?? null;
  }

  /** Who of these was nominated by this person so lately that it cannot be done again. */
  async nominatedLately(nominatorId: number, nomineeIds: readonly number[]): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select distinct n.nominee_id as id from superuser_nomination n
        where n.nominator_id = $1 and n.nominee_id = any($2) and ${LATELY}`,
      [nominatorId, nomineeIds],
    );
    return rows.map(({ id }) => id);
  }

  /** When everybody was counted last; null before the first time. */
  async countedAt(): Promise<Date | null> {
    const row = await this.database.one<{ at: Date | null }>(
      `select max(counted_at) as at from superuser_standing`,
    );
    return row?.at ?? null;
  }

  private async page<Row>(sql: string, parameters: unknown[], first: number): Promise<Page<Row>> {
    const rows = await this.database.query<{ row: Row }>(sql, parameters);
    return pageOf(
      rows.map(({ row }) => row),
      first,
    );
  }
}
