import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { FlagReason, FlagVerdict } from '../domain/flags.js';

/** How well people report, for the ability FLAGS: SQL over everybody. What waits counts for nothing. */
export const GOOD_FLAGS = `
  select f.flagger_id as account_id, count(*) filter (where d.verdict = 'HELPFUL') as good,
         count(*) filter (where d.verdict = 'DECLINED') as bad
    from flag f join flag_decision d on d.id = f.decision_id group by f.flagger_id`;

/** Writes reports and decisions. The post must be locked. */
@Injectable()
export class FlagStore {
  constructor(private readonly database: Database) {}

  async add(flag: {
    postId: number;
    flaggerId: number;
    reason: FlagReason;
    remark: string;
  }): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `insert into flag (post_id, flagger_id, reason, remark) values ($1, $2, $3, $4) returning id`,
      [flag.postId, flag.flaggerId, flag.reason, flag.remark],
    );
    if (!row) throw new Error('the report was not written');
    return row.id;
  }

  async waitingFlaggers(postId: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select flagger_id as id from flag where post_id = $1 and decision_id is null`,
      [postId],
    );
    return rows.map(({ id }) => id);
  }

  /** For all reports on the post that wait. */
  async decide(decision: {
    postId: number;
    verdict: FlagVerdict;
    note: string;
    decidedBy: number;
  }): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `insert into flag_decision (post_id, verdict, note, decided_by) values ($1, $2, $3, $4) returning id`,
      [decision.postId, decision.verdict, decision.note, decision.decidedBy],
    );
    if (!row) throw new Error('the decision was not written');
    await this.database.query(`update flag set decision_id = $2 where post_id = $1 and decision_id is null`, [
      decision.postId,
      row.id,
    ]);
    return row.id;
  }

  latestDecision(
    postId: number,
  ): Promise<{ verdict: FlagVerdict; username: string; name: string } | undefined> {
    return this.database.one(
      `select d.verdict, a.username, a.display_name as name
         from flag_decision d join account a on a.id = d.decided_by
        where d.post_id = $1 order by d.id desc limit 1`,
      [postId],
    );
  }
}
