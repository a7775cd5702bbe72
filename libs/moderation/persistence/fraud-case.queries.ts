import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { AskerMark, Evidence, FraudKind, FraudState } from '../domain/fraud-case.js';

/** A case as screens show it. */
export interface CaseRow {
  caseId: number;
  kind: FraudKind;
  accountIds: number[];
  evidence: Evidence;
  state: FraudState;
  foundAt: Date;
  grownAt: Date;
  proposedBy: number | null;
  proposalReason: string | null;
  confirmedBy: number | null;
  confirmedAt: Date | null;
  dismissedBy: number | null;
  dismissalReason: string | null;
  undoProposedBy: number | null;
  undoReason: string | null;
  undoneAt: Date | null;
  votes: number;
  acceptances: number;
}

/** What became of one vote or acceptance of a case. */
export type ItemState = 'STANDS' | 'VOID' | 'WITHDRAWN';

export interface CaseVoteRow {
  voteId: number;
  postId: number;
  voterId: number;
  authorId: number;
  value: 1 | -1;
  castAt: Date;
  isProposed: boolean;
  state: ItemState;
}

export interface CaseAcceptanceRow {
  answerId: number;
  askerId: number;
  helperId: number;
  mark: AskerMark;
  acceptedAt: Date;
  isProposed: boolean;
  state: ItemState;
}

export interface CaseEdgeRow {
  from: number;
  to: number;
  upvotes: number;
  downvotes: number;
  acceptances: number;
}

interface PageRequest {
  first: number;
  after?: string | null;
}

const SELECT = `
  select c.id as "caseId", c.kind, to_jsonb(c.account_ids) as "accountIds", c.evidence, c.state, c.found_at as "foundAt",
         c.grown_at as "grownAt", c.proposed_by as "proposedBy", c.proposal_reason as "proposalReason",
         c.confirmed_by as "confirmedBy", c.confirmed_at as "confirmedAt", c.dismissed_by as "dismissedBy",
         c.dismissal_reason as "dismissalReason", c.undo_proposed_by as "undoProposedBy",
         c.undo_reason as "undoReason", c.undone_at as "undoneAt",
         (select count(*)::int from fraud_case_vote where case_id = c.id) as votes,
         (select count(*)::int from fraud_case_acceptance where case_id = c.id) as acceptances
    from fraud_case c`;

/** Of the graph of one case. */
const MOST_EDGES = 200;

/** How cases are read for screens. None is given to those whom it is about. */
@Injectable()
export class FraudCaseQueries {
  constructor(private readonly database: Database) {}

  byId(id: number, viewerId: number): Promise<CaseRow | undefined> {
    return this.database.one(`${SELECT} where c.id = $1 and $2 <> all (c.account_ids)`, [id, viewerId]);
  }

  /** What has grown last comes first. */
  async list(
    viewerId: number,
    states: readonly FraudState[],
    { first, after }: PageRequest,
  ): Promise<Page<CaseRow>> {
    const [grownAt, id] = after ? decodeCursor('fraud', ['time', 'number'], after) : [null, null];
    const rows = await this.database.query<CaseRow>(
      `${SELECT}
        where c.state = any($2) and $1 <> all (c.account_ids)
          and ($3::timestamptz is null or (c.grown_at, c.id) < ($3, $4::bigint))
        order by c.grown_at desc, c.id desc limit $5`,
      [viewerId, states, grownAt, id, first + 1],
    );
    return pageOf(rows, first);
  }

  cursor(row: CaseRow): string {
    return encodeCursor('fraud', [row.grownAt.toISOString(), row.caseId]);
  }

  /** The newest first. */
  async votes(caseId: number, { first, after }: PageRequest): Promise<Page<CaseVoteRow>> {
    const [id] = after ? decodeCursor('fraud-votes', ['number'], after) : [null];
    const rows = await this.database.query<CaseVoteRow>(
      `select i.vote_id as "voteId", i.post_id as "postId", i.voter_id as "voterId", i.author_id as "authorId",
              i.value, i.cast_at as "castAt", i.is_proposed as "isProposed",
              case when v.id is null then 'WITHDRAWN' when v.voided_at is null then 'STANDS' else 'VOID' end as state
         from fraud_case_vote i left join vote v on v.id = i.vote_id
        where i.case_id = $1 and ($2::bigint is null or i.vote_id < $2)
        order by i.vote_id desc limit $3`,
      [caseId, id, first + 1],
    );
    return pageOf(rows, first);
  }

  cursorOfVote(row: CaseVoteRow): string {
    return encodeCursor('fraud-votes', [row.voteId]);
  }

  /** Of the latest answers first. */
  async acceptances(caseId: number, { first, after }: PageRequest): Promise<Page<CaseAcceptanceRow>> {
    const [id] = after ? decodeCursor('fraud-acceptances', ['number'], after) : [null];
    const rows = await this.database.query<CaseAcceptanceRow>(
      `select i.answer_id as "answerId", i.asker_id as "askerId", i.helper_id as "helperId",
              i.mark, i.accepted_at as "acceptedAt", i.is_proposed as "isProposed",
              case when a.acceptance_void_case is not null then 'VOID'
                   when coalesce(a.accepted_at, a.also_solved_at) is null then 'WITHDRAWN' else 'STANDS' end as state
         from fraud_case_acceptance i join post a on a.id = i.answer_id
        where i.case_id = $1 and ($2::bigint is null or i.answer_id < $2)
        order by i.answer_id desc limit $3`,
      [caseId, id, first + 1],
    );
    return pageOf(rows, first);
  }

  cursorOfAcceptance(row: CaseAcceptanceRow): string {
    return encodeCursor('fraud-acceptances', [row.answerId]);
  }

  /** Who did how much for whom. */
  edges(caseId: number): Promise<CaseEdgeRow[]> {
    return this.database.query(
      `select "from", "to", sum(up)::int as upvotes, sum(down)::int as downvotes, sum(accepted)::int as acceptances
         from (select voter_id as "from", author_id as "to", (value = 1)::int as up, (value = -1)::int as down,
                      0 as accepted
                 from fraud_case_vote where case_id = $1
               union all
               select asker_id, helper_id, 0, 0, 1 from fraud_case_acceptance where case_id = $1) as deeds
        group by 1, 2 order by 1, 2 limit ${MOST_EDGES}`,
      [caseId],
    );
  }

  /** By the month (UTC) in which they were made invalid, the latest of the last twelve first. Undone ones do not count. */
  invalidatedByMonth(): Promise<{ month: string; votes: number; acceptances: number }[]> {
    return this.database.query(
      `select to_char(months.month, 'YYYY-MM') as month, coalesce(sum(votes), 0)::int as votes,
              coalesce(sum(acceptances), 0)::int as acceptances
         from generate_series(date_trunc('month', now() at time zone 'UTC') - interval '11 months',
                              date_trunc('month', now() at time zone 'UTC'), interval '1 month') as months (month)
         left join (
           select date_trunc('month', c.confirmed_at at time zone 'UTC') as month,
                  (select count(*) from vote where void_case = c.id) as votes,
                  (select count(*) from post where acceptance_void_case = c.id) as acceptances
             from fraud_case c where c.state = 'INVALIDATED') as cases using (month)
        group by 1 order by 1 desc`,
    );
  }
}
