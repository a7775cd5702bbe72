import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { AwardRule, BountyState, ReturnReason } from '../domain/bounty.js';
import type { BountyRef } from '../domain/events.js';
import type { Contender } from '../domain/winner.js';

/** A bounty as use cases see it: locked. */
export interface LockedBounty extends BountyRef {
  readonly state: BountyState;
  readonly createdAt: Date;
  readonly leastScore: number;
  readonly awardedAnswerId: number | null;
  /** The time in which its offerer could award it is over. */
  readonly isForRule: boolean;
}

export interface NewBounty {
  questionId: number;
  offeredBy: number;
  amount: number;
  note: string;
  days: number;
  graceDays: number;
  leastScore: number;
  ruleVersion: number;
}

const REF = `b.id, b.question_id as "questionId", b.offered_by as "offeredBy", b.amount`;

/** Answers since the offer of a bounty `b` that somebody else wrote and everybody sees. */
export const ANSWERS_SINCE = `
  exists (select from post since
           where since.question_id = b.question_id and since.deleted_at is null and since.created_at >= b.created_at
             and since.author_id <> b.offered_by)`;

/** Reads bounties for settling them, and writes what becomes of them. */
@Injectable()
export class BountyStore {
  constructor(private readonly database: Database) {}

  /**
   * What somebody may offer at most, exact until the transaction ends: with the account locked nobody offers, and
   * nothing takes back, the same points beside us.
   */
  async lockStanding(accountId: number): Promise<number> {
    const row = await this.database.one<{ reputation: number }>(
      `select reputation from account where id = $1 for no key update`,
      [accountId],
    );
    return row?.reputation ?? 0;
  }

  /** The open one of a question, which is locked. */
  async openOf(questionId: number): Promise<number | null> {
    const row = await this.database.one<{ id: number }>(
      `select id from bounty where question_id = $1 and state = 'OPEN'`,
      [questionId],
    );
    return row?.id ?? null;
  }

  async questionOf(bountyId: number): Promise<number | null> {
    const row = await this.database.one<{ questionId: number }>(
      `select question_id as "questionId" from bounty where id = $1`,
      [bountyId],
    );
    return row?.questionId ?? null;
  }

  async add(bounty: NewBounty): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `insert into bounty (question_id, offered_by, amount, note, ends_at, decides_at, least_score, rule_version)
       values ($1, $2, $3, $4, now() + make_interval(days => $5::integer),
               now() + make_interval(days => $5::integer + $6::integer), $7, $8) returning id`,
      [
        bounty.questionId,
        bounty.offeredBy,
        bounty.amount,
        bounty.note,
        bounty.days,
        bounty.graceDays,
        bounty.leastScore,
        bounty.ruleVersion,
      ],
    );
    if (!row) throw new Error('the bounty was not written');
    return row.id;
  }

  /**
   * Everybody locks the question before its bounty, as everything that happens to answers does: who deletes, accepts
   * or answers while a bounty is settled comes before it or after it.
   */
  lock(id: number): Promise<LockedBounty | undefined> {
    return this.database.one(
      `select ${REF}, b.state, b.created_at as "createdAt", b.least_score as "leastScore",
              b.awarded_answer_id as "awardedAnswerId", b.decides_at <= now() as "isForRule"
         from bounty b where b.id = $1 for no key update`,
      [id],
    );
  }

  async hasAnswersSince(bountyId: number): Promise<boolean> {
    const row = await this.database.one(`select from bounty b where b.id = $1 and ${ANSWERS_SINCE}`, [
      bountyId,
    ]);
    return row !== undefined;
  }

  /** @param by null: the rule */
  async markAwarded(
    id: number,
    award: { answerId: number; to: number; rule: AwardRule; by: number | null },
  ): Promise<void> {
    await this.database.query(
      `update bounty set state = 'AWARDED', settled_at = now(), settled_by = $2, awarded_answer_id = $3,
                         awarded_to = $4, award_rule = $5 where id = $1`,
      [id, award.by, award.answerId, award.to, award.rule],
    );
  }

  async markReturned(id: number, reason: ReturnReason, by: number | null): Promise<void> {
    await this.database.query(
      `update bounty set state = 'RETURNED', settled_at = now(), settled_by = $2, return_reason = $3 where id = $1`,
      [id, by, reason],
    );
  }

  /** Those for the rule to decide, the longest waiting first. Nothing is locked. */
  due(atMost: number): Promise<{ id: number; questionId: number }[]> {
    return this.database.query(
      `select id, question_id as "questionId" from bounty
        where state = 'OPEN' and decides_at <= now() order by decides_at limit $1`,
      [atMost],
    );
  }

  /** False if somebody is busy with the question: then the next round is early enough. */
  async tryLockQuestion(id: number): Promise<boolean> {
    const row = await this.database.one(`select from post where id = $1 for no key update skip locked`, [id]);
    return row !== undefined;
  }

  /** Answers that can be seen, by people who have not left. */
  contenders(questionId: number): Promise<Contender[]> {
    return this.database.query(
      `select a.id as "answerId", a.author_id as "authorId", a.score, a.created_at as "createdAt",
              a.accepted_at as "acceptedAt", a.accepted_by as "acceptedBy"
         from post a where a.question_id = $1 and a.deleted_at is null and a.author_id is not null`,
      [questionId],
    );
  }

  /** Bounties that end within a day and whose offerers were not told so; from now on they are. */
  claimEnding(): Promise<(BountyRef & { endsAt: Date })[]> {
    return this.database.query(
      `update bounty b set ending_told_at = now()
         from (select id from bounty
                where state = 'OPEN' and ending_told_at is null
                  and ends_at between now() and now() + interval '1 day'
                order by id for no key update skip locked) as ending
        where b.id = ending.id
       returning ${REF}, b.ends_at as "endsAt"`,
    );
  }
}
