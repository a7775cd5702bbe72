import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';

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
}

const AFTER_EVERYTHING = 2_147_483_647;

@Injectable()
export class CandidateQueries {
  constructor(private readonly database: Database) {}

  /** The most pressing first; the migration `Candidates` says how they are ranked. */
  async page({ first, after }: { first: number; after?: string | null }): Promise<Page<CandidateRow>> {
    const [priority, answerId] = after
      ? decodeCursor('candidates', ['number', 'number'], after)
      : [AFTER_EVERYTHING, 0];
    const rows = await this.database.query<CandidateRow>(
      `select due.answer_id as "answerId", due.question_id as "questionId", listed.priority,
              due.views, due.view_points as "viewPoints", due.votes, due.vote_points as "votePoints",
              due.official_points as "officialPoints", due.accepted_points as "acceptedPoints",
              due.duplicates, due.duplicate_points as "duplicatePoints",
              due.changes, due.change_points as "changePoints"
         from promotion_candidate listed join promotion_candidate_due due using (answer_id)
        where (listed.priority, listed.answer_id) < ($1::bigint, $2::bigint)
        order by listed.priority desc, listed.answer_id desc limit $3`,
      [priority, answerId, first + 1],
    );
    return pageOf(rows, first);
  }
}
