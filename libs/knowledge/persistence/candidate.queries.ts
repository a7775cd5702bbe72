import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { CandidateState } from '../domain/candidates.js';

/** An answer that could become an article: what speaks for it, and for how many points each counts. */
export interface CandidateRow {
  answerId: number;
  questionId: number;
  /** The sum of the points. */
  priority: number;
  views: number;
  viewPoints: number;
  /** Of the question and the answer; votes down take none away. */
  votes: number;
  votePoints: number;
  officialPoints: number;
  acceptedPoints: number;
  /** Questions that were closed as duplicates of this one. */
  duplicates: number;
  duplicatePoints: number;
  /** Revisions of the answer since its article was made of it; 0 while there is no article. */
  changes: number;
  changePoints: number;
  /** People who said of the question: I have this too. */
  affected: number;
  affectedPoints: number;
  /** Searches that the question or the answer would have met. */
  searches: number;
  searchPoints: number;
  /** Who works on it, while the hold lasts. */
  holderId: number | null;
  heldUntil: Date | null;
  /** Who said that it is not for the FAQ, while neither answer nor question has changed since. */
  declinedBy: number | null;
  declinedAt: Date | null;
  declineReason: string | null;
}

const AFTER_EVERYTHING = 2_147_483_647;

const COLUMNS = `ranked.answer_id as "answerId", ranked.question_id as "questionId", ranked.priority,
  ranked.views, ranked.view_points as "viewPoints", ranked.votes, ranked.vote_points as "votePoints",
  ranked.official_points as "officialPoints", ranked.accepted_points as "acceptedPoints",
  ranked.duplicates, ranked.duplicate_points as "duplicatePoints",
  ranked.changes, ranked.change_points as "changePoints",
  ranked.affected, ranked.affected_points as "affectedPoints",
  ranked.searches, ranked.search_points as "searchPoints",
  hold.account_id as "holderId", hold.expires_at as "heldUntil",
  decline.account_id as "declinedBy", decline.declined_at as "declinedAt", decline.reason as "declineReason"`;

const JOINS = `
  left join candidate_hold hold on hold.answer_id = ranked.answer_id and hold.expires_at > now()
  left join candidate_decline decline on decline.answer_id = ranked.answer_id and ranked.is_declined`;

interface PageRequest {
  first: number;
  after?: string | null;
}

@Injectable()
export class CandidateQueries {
  constructor(private readonly database: Database) {}

  /**
   * The most pressing first; the migrations `Candidates` and `CandidateDesk` say how they are ranked.
   * @param state OPEN and CLAIMED leave the others out; null: both
   */
  async page(
    { first, after }: PageRequest,
    state: Exclude<CandidateState, 'DECLINED'> | null = null,
  ): Promise<Page<CandidateRow>> {
    const [priority, answerId] = after
      ? decodeCursor('candidates', ['number', 'number'], after)
      : [AFTER_EVERYTHING, 0];
    const which = state === null ? '' : `and hold.answer_id is ${state === 'CLAIMED' ? 'not null' : 'null'}`;
    const rows = await this.database.query<CandidateRow>(
      `select ${COLUMNS}
         from promotion_candidate listed join promotion_candidate_ranked ranked using (answer_id) ${JOINS}
        where (listed.priority, listed.answer_id) < ($1::bigint, $2::bigint) ${which}
        order by listed.priority desc, listed.answer_id desc limit $3`,
      [priority, answerId, first + 1],
    );
    return pageOf(rows, first);
  }

  /** Those that were declined and have not changed since, the last declined first. */
  async declined({ first, after }: PageRequest): Promise<Page<CandidateRow>> {
    const [at, answerId] = after
      ? decodeCursor('candidates.declined', ['time', 'number'], after)
      : ['infinity', 0];
    const rows = await this.database.query<CandidateRow>(
      `select ${COLUMNS}
         from candidate_decline listed join promotion_candidate_ranked ranked using (answer_id) ${JOINS}
        where ranked.is_declined and (listed.declined_at, listed.answer_id) < ($1, $2::bigint)
        order by listed.declined_at desc, listed.answer_id desc limit $3`,
      [at, answerId, first + 1],
    );
    return pageOf(rows, first);
  }

  /** Declined ones too; none of an answer that is no candidate (any more). */
  byAnswer(answerId: number): Promise<CandidateRow | undefined> {
    return this.database.one(
      `select ${COLUMNS} from promotion_candidate_ranked ranked ${JOINS} where ranked.answer_id = $1`,
      [answerId],
    );
  }
}
