import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { AcceptanceRef, PostRef, VoteRef } from '../domain/events.js';

type VoteRow = Omit<VoteRef, 'post'> & PostColumns;
type AcceptanceRow = Omit<AcceptanceRef, 'answer'> & PostColumns;
interface PostColumns {
  postId: number;
  kind: PostRef['kind'];
  authorId: number | null;
  questionId: number;
}

const POST_COLUMNS = `p.id as "postId", p.kind, p.author_id as "authorId", q.id as "questionId"`;
const IS_VISIBLE = `(p.deleted_at is null and q.deleted_at is null) as "isVisible"`;
const VOTE = `changed.id, changed.voter_id as "voterId", changed.value, changed.created_at as "castAt", ${POST_COLUMNS}, ${IS_VISIBLE}`;
const WITH_POST = `join post p on p.id = changed.post_id join post q on q.id = coalesce(p.question_id, p.id)`;
const ACCEPTANCE = `${POST_COLUMNS}, q.author_id as "askerId", p.accepted_at as "acceptedAt",
  p.also_solved_at as "alsoSolvedAt", p.also_solved_by as "alsoSolvedBy", ${IS_VISIBLE}`;

/** Writes which votes and acceptances are void. The posts must be locked. */
@Injectable()
export class VoidVoteStore {
  constructor(private readonly database: Database) {}

  /** Questions before answers, each by number, as everything locks them that changes posts. */
  private async lock(posts: string, parameters: unknown[]): Promise<void> {
    await this.database.query(
      `with concerned as materialized (${posts})
       select from post
        where id in (select id from concerned)
           or id in (select question_id from post where id in (select id from concerned))
        order by kind desc, id for no key update`,
      parameters,
    );
  }

  async lockPostsOf(voteIds: readonly number[], answerIds: readonly number[]): Promise<void> {
    await this.lock(
      `select post_id as id from vote where id = any($1::bigint[]) union select unnest($2::bigint[])`,
      [voteIds, answerIds],
    );
  }

  async lockPostsOfCase(caseId: number): Promise<void> {
    await this.lock(
      `select post_id as id from vote where void_case = $1 union select id from post where acceptance_void_case = $1`,
      [caseId],
    );
  }

  async voidVotes(caseId: number, voteIds: readonly number[]): Promise<VoteRef[]> {
    const rows = await this.database.query<VoteRow>(
      `with changed as (
         update vote set voided_at = now(), void_case = $2
          where id = any($1::bigint[]) and voided_at is null and voter_id is not null returning *)
       select ${VOTE} from changed ${WITH_POST} order by changed.id`,
      [voteIds, caseId],
    );
    return rows.map(toVote);
  }

  async reinstateVotes(caseId: number): Promise<VoteRef[]> {
    const rows = await this.database.query<VoteRow>(
      `with changed as (
         update vote set voided_at = null, void_case = null where void_case = $1 returning *)
       select ${VOTE} from changed ${WITH_POST} order by changed.created_at, changed.id`,
      [caseId],
    );
    return rows.map(toVote);
  }

  async voidAcceptances(caseId: number, answerIds: readonly number[]): Promise<AcceptanceRef[]> {
    const rows = await this.database.query<AcceptanceRow>(
      `update post p set acceptance_void_case = $2 from post q
        where p.id = any($1::bigint[]) and p.kind = 'answer' and q.id = p.question_id
          and p.acceptance_void_case is null and coalesce(p.accepted_at, p.also_solved_at) is not null
       returning ${ACCEPTANCE}`,
      [answerIds, caseId],
    );
    return rows.map(toAcceptance);
  }

  async reinstateAcceptances(caseId: number): Promise<AcceptanceRef[]> {
    const rows = await this.database.query<AcceptanceRow>(
      `update post p set acceptance_void_case = null from post q
        where p.acceptance_void_case = $1 and q.id = p.question_id returning ${ACCEPTANCE}`,
      [caseId],
    );
    return rows.map(toAcceptance);
  }

  /** Counted from the rows: the lock keeps everybody else from voting meanwhile. */
  async recount(postIds: readonly number[]): Promise<void> {
    await this.database.query(
      `update post set up_count = counted.up, down_count = counted.down
         from (select wanted.id, count(*) filter (where value = 1) as up, count(*) filter (where value = -1) as down
                 from unnest($1::bigint[]) as wanted (id)
                 left join vote on vote.post_id = wanted.id and vote.voided_at is null
                group by wanted.id) as counted
        where post.id = counted.id`,
      [postIds],
    );
  }
}

function toVote({ postId, kind, authorId, questionId, ...vote }: VoteRow): VoteRef {
  return { ...vote, post: { id: postId, kind, authorId, questionId } };
}

function toAcceptance({ postId, kind, authorId, questionId, ...acceptance }: AcceptanceRow): AcceptanceRef {
  return { ...acceptance, answer: { id: postId, kind, authorId, questionId } };
}
