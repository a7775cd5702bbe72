import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import {
  awardsForAcceptance,
  awardsForAlsoSolved,
  awardsForOfficialMark,
  awardsForVote,
} from '../domain/awards.js';
import type { Award } from '../domain/awards.js';

interface VoteRow {
  postId: number;
  kind: 'question' | 'answer';
  authorId: number | null;
  id: number;
  value: 1 | -1;
  voterId: number | null;
  castAt: Date;
}

interface MarkedAnswerRow {
  id: number;
  kind: 'answer';
  authorId: number | null;
  askerId: number | null;
  acceptedAt: Date | null;
  alsoSolvedAt: Date | null;
  alsoSolvedBy: number | null;
  officialAt: Date | null;
  officialBy: number | null;
}

/** What the votes and marks that stand in the forum's rows are worth to everybody. */
@Injectable()
export class StandingAwards {
  constructor(private readonly database: Database) {}

  /** @param postIds posts whose rows are locked by the transaction, or what is read might be no longer true */
  async ofPosts(postIds: readonly number[]): Promise<Award[]> {
    return [...(await this.ofVotes(postIds)), ...(await this.ofMarks(postIds))];
  }

  private async ofVotes(postIds: readonly number[]): Promise<Award[]> {
    const votes = await this.database.query<VoteRow>(
      `select p.id as "postId", p.kind, p.author_id as "authorId", v.id, v.value, v.voter_id as "voterId",
              v.created_at as "castAt"
         from vote v join post p on p.id = v.post_id
        where p.id = any($1) and v.earns_reputation and v.voided_at is null order by v.created_at, v.id`,
      [postIds],
    );
    return votes.flatMap(({ postId, kind, authorId, castAt, ...vote }) =>
      awardsForVote({ id: postId, kind, authorId }, vote).map((award) => ({ ...award, earnedAt: castAt })),
    );
  }

  private async ofMarks(postIds: readonly number[]): Promise<Award[]> {
    const answers = await this.database.query<MarkedAnswerRow>(
      `select a.id, a.kind, a.author_id as "authorId", q.author_id as "askerId",
              case when a.acceptance_void_case is null then a.accepted_at end as "acceptedAt",
              a.official_at as "officialAt", a.official_by as "officialBy",
              case when a.acceptance_void_case is null then a.also_solved_at end as "alsoSolvedAt",
              a.also_solved_by as "alsoSolvedBy"
         from post a join post q on q.id = a.question_id
        where a.id = any($1) and coalesce(a.accepted_at, a.official_at, a.also_solved_at) is not null order by a.id`,
      [postIds],
    );
    return answers.flatMap((answer) => [
      ...(answer.acceptedAt ? since(answer.acceptedAt, awardsForAcceptance(answer, answer.askerId)) : []),
      ...(answer.alsoSolvedAt
        ? since(
            answer.alsoSolvedAt,
            awardsForAlsoSolved(answer, { ...answer, markedBy: answer.alsoSolvedBy }),
          )
        : []),
      ...(answer.officialAt
        ? since(answer.officialAt, awardsForOfficialMark(answer, answer.officialBy))
        : []),
    ]);
  }
}

function since(earnedAt: Date, awards: Award[]): Award[] {
  return awards.map((award) => ({ ...award, earnedAt }));
}
