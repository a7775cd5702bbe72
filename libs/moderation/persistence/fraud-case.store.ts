import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { InvalidationChange } from '../domain/events.js';
import type { Finding, FraudKind, FraudState } from '../domain/fraud-case.js';

/** A case as use cases see it: locked. */
export interface LockedCase {
  readonly id: number;
  readonly kind: FraudKind;
  readonly accountIds: readonly number[];
  readonly state: FraudState;
  readonly proposedBy: number | null;
  readonly undoProposedBy: number | null;
  /** User names of who did what, for whoever comes second. */
  readonly proposer: string | null;
  readonly confirmer: string | null;
  readonly dismisser: string | null;
}

/** For `pg_advisory_xact_lock`: any number that no other lock takes. */
const LOCK = 0x707d_0850;

const nameOf = (column: string) => `(select display_name from account where id = ${column})`;

/** Reads cases for deciding on them, and writes what becomes of them. */
@Injectable()
export class FraudCaseStore {
  constructor(private readonly database: Database) {}

  /** What is found is noted by one at a time, or two nights at once would make two cases of it. */
  async lockNoting(): Promise<void> {
    await this.database.query(`select pg_advisory_xact_lock($1)`, [LOCK]);
  }

  lock(id: number): Promise<LockedCase | undefined> {
    return this.database.one(
      `select id, kind, to_jsonb(account_ids) as "accountIds", state, proposed_by as "proposedBy",
              undo_proposed_by as "undoProposedBy", ${nameOf('proposed_by')} as proposer,
              ${nameOf('confirmed_by')} as confirmer, ${nameOf('dismissed_by')} as dismisser
         from fraud_case where id = $1 for no key update`,
      [id],
    );
  }

  /**
   * The case that a finding belongs to, locked: the latest about the same people, or for all but serial votes, about
   * some of them or them and more.
   */
  matching({ kind, accountIds }: Finding): Promise<{ id: number; state: FraudState } | undefined> {
    return this.database.one(
      `select id, state from fraud_case
        where kind = $1
          and (account_ids = $2::bigint[]
               or kind <> 'SERIAL_VOTES' and (account_ids <@ $2::bigint[] or account_ids @> $2::bigint[]))
        order by id desc limit 1 for no key update`,
      [kind, accountIds],
    );
  }

  async add({ kind, accountIds, evidence }: Finding): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `insert into fraud_case (kind, account_ids, evidence) values ($1, $2, $3) returning id`,
      [kind, accountIds, JSON.stringify(evidence)],
    );
    if (!row) throw new Error('the case was not written');
    return row.id;
  }

  /** How much of the finding the case does not hold yet, and how much the case holds that was not made invalid. */
  async growth(caseId: number, finding: Finding): Promise<{ known: number; more: number }> {
    const row = await this.database.one<{ known: number; more: number }>(
      `select (select count(*)::int from fraud_case_vote v join fraud_case c on c.id = v.case_id
                where c.id = $1 and not (is_proposed and state = 'INVALIDATED'))
                + (select count(*)::int from fraud_case_acceptance a join fraud_case c on c.id = a.case_id
                    where c.id = $1 and not (is_proposed and state = 'INVALIDATED')) as known,
              (select count(*)::int from unnest($2::bigint[]) as found (id)
                where not exists (select from fraud_case_vote where case_id = $1 and vote_id = found.id))
                + (select count(*)::int from unnest($3::bigint[]) as found (id)
                    where not exists (select from fraud_case_acceptance where case_id = $1 and answer_id = found.id))
                as more`,
      [
        caseId,
        finding.votes.map(({ voteId }) => voteId),
        finding.acceptances.map(({ answerId }) => answerId),
      ],
    );
    return row ?? { known: 0, more: 0 };
  }

  async addItems(caseId: number, { votes, acceptances }: Finding): Promise<void> {
    await this.database.query(
      `insert into fraud_case_vote (case_id, vote_id, post_id, voter_id, author_id, value, cast_at)
       select $1, found."voteId", found."postId", found."voterId", found."authorId", found.value, found."castAt"
         from jsonb_to_recordset($2) as found
              ("voteId" bigint, "postId" bigint, "voterId" bigint, "authorId" bigint, value smallint, "castAt" timestamptz)
       on conflict do nothing`,
      [caseId, JSON.stringify(votes)],
    );
    await this.database.query(
      `insert into fraud_case_acceptance (case_id, answer_id, asker_id, helper_id, mark, accepted_at)
       select $1, found."answerId", found."askerId", found."helperId", found.mark, found."acceptedAt"
         from jsonb_to_recordset($2) as found
              ("answerId" bigint, "askerId" bigint, "helperId" bigint, mark text, "acceptedAt" timestamptz)
       on conflict do nothing`,
      [caseId, JSON.stringify(acceptances)],
    );
  }

  /** Opens it, if it was closed, and takes in who has joined. */
  async reopen(caseId: number, { accountIds, evidence }: Finding): Promise<void> {
    await this.database.query(
      `update fraud_case
          set state = 'OPEN', grown_at = now(), evidence = $3,
              account_ids = case when kind = 'SERIAL_VOTES' then account_ids else
                array(select id from unnest(account_ids || $2::bigint[]) as joined (id)
                       group by id order by id = any(account_ids) desc, id limit 50) end,
              proposed_by = null, proposed_at = null, proposal_reason = null,
              confirmed_by = null, confirmed_at = null,
              dismissed_by = null, dismissed_at = null, dismissal_reason = null,
              undo_proposed_by = null, undo_reason = null, undone_by = null, undone_at = null,
              is_undone_by_admin = false
        where id = $1`,
      [caseId, accountIds, JSON.stringify(evidence)],
    );
    await this.clearProposal(caseId);
  }

  /** Something is proposed of it, and who is in it stays as those who decide saw it. */
  async noteGrowth(caseId: number): Promise<void> {
    await this.database.query(`update fraud_case set grown_at = now() where id = $1`, [caseId]);
  }

  /** Gives how many of them are of this case. */
  async propose(
    caseId: number,
    {
      voteIds,
      answerIds,
      by,
      reason,
    }: { voteIds: readonly number[]; answerIds: readonly number[]; by: number; reason: string },
  ): Promise<void> {
    await this.database.query(
      `update fraud_case set state = 'PROPOSED', proposed_by = $2, proposed_at = now(), proposal_reason = $3
        where id = $1`,
      [caseId, by, reason],
    );
    await this.database.query(
      `update fraud_case_vote set is_proposed = vote_id = any($2::bigint[]) where case_id = $1`,
      [caseId, voteIds],
    );
    await this.database.query(
      `update fraud_case_acceptance set is_proposed = answer_id = any($2::bigint[]) where case_id = $1`,
      [caseId, answerIds],
    );
  }

  /** Which of these votes and acceptances belong to the case; null stands for all of it. */
  async itemsAmong(
    caseId: number,
    voteIds: readonly number[] | null,
    answerIds: readonly number[] | null,
  ): Promise<{ voteIds: number[]; answerIds: number[] }> {
    const row = await this.database.one<{ voteIds: number[]; answerIds: number[] }>(
      `select to_jsonb(array(select vote_id from fraud_case_vote where case_id = $1 and ($2::bigint[] is null or vote_id = any($2)))) as "voteIds",
              to_jsonb(array(select answer_id from fraud_case_acceptance where case_id = $1 and ($3::bigint[] is null or answer_id = any($3))))
                as "answerIds"`,
      [caseId, voteIds, answerIds],
    );
    return row ?? { voteIds: [], answerIds: [] };
  }

  async proposed(caseId: number): Promise<{ voteIds: number[]; answerIds: number[] }> {
    const row = await this.database.one<{ voteIds: number[]; answerIds: number[] }>(
      `select to_jsonb(array(select vote_id from fraud_case_vote where case_id = $1 and is_proposed)) as "voteIds",
              to_jsonb(array(select answer_id from fraud_case_acceptance where case_id = $1 and is_proposed)) as "answerIds"`,
      [caseId],
    );
    return row ?? { voteIds: [], answerIds: [] };
  }

  /** Gives when. */
  async confirm(caseId: number, by: number): Promise<Date> {
    const row = await this.database.one<{ at: Date }>(
      `update fraud_case set state = 'INVALIDATED', confirmed_by = $2, confirmed_at = now() where id = $1
       returning confirmed_at as at`,
      [caseId, by],
    );
    return row!.at;
  }

  async dismiss(caseId: number, by: number, reason: string): Promise<void> {
    await this.database.query(
      `update fraud_case set state = 'DISMISSED', dismissed_by = $2, dismissed_at = now(), dismissal_reason = $3,
              proposed_by = null, proposed_at = null, proposal_reason = null where id = $1`,
      [caseId, by, reason],
    );
    await this.clearProposal(caseId);
  }

  async proposeUndo(caseId: number, by: number, reason: string): Promise<void> {
    await this.database.query(`update fraud_case set undo_proposed_by = $2, undo_reason = $3 where id = $1`, [
      caseId,
      by,
      reason,
    ]);
  }

  /** Gives when. */
  async undo(
    caseId: number,
    by: number,
    { reason, isByAdmin }: { reason: string; isByAdmin: boolean },
  ): Promise<Date> {
    const row = await this.database.one<{ at: Date }>(
      `update fraud_case set state = 'UNDONE', undone_by = $2, undone_at = now(), is_undone_by_admin = $4,
              undo_reason = coalesce(undo_reason, $3) where id = $1
       returning undone_at as at`,
      [caseId, by, reason, isByAdmin],
    );
    return row!.at;
  }

  private async clearProposal(caseId: number): Promise<void> {
    await this.database.query(
      `update fraud_case_vote set is_proposed = false where case_id = $1 and is_proposed`,
      [caseId],
    );
    await this.database.query(
      `update fraud_case_acceptance set is_proposed = false where case_id = $1 and is_proposed`,
      [caseId],
    );
  }

  /** By how much the reversals of this very transaction have lowered whose reputation. */
  losses(causes: readonly string[]): Promise<InvalidationChange[]> {
    return this.changes(causes, `reversal_cause = 'FRAUD'`, 'sum(delta) < 0');
  }

  /** By how much what has come back in this very transaction has raised whose reputation. */
  gains(causes: readonly string[]): Promise<InvalidationChange[]> {
    return this.changes(causes, 'reverses_id is null', 'sum(delta) > 0');
  }

  private changes(causes: readonly string[], which: string, whose: string): Promise<InvalidationChange[]> {
    return this.database.query(
      `select account_id as "accountId", count(*)::int as count, sum(delta)::int as points
         from reputation_entry
        where cause = any($1) and ${which} and created_at = now()::timestamptz(3)
        group by account_id having ${whose} order by account_id`,
      [causes],
    );
  }
}
