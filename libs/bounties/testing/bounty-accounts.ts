import type { Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import type { Ledger, RuleSet } from '#libs/reputation';
import type { Builders } from '#libs/testing';

/** What specs need to know of people's points and of bounties, and how time passes for them. */
export class BountyAccounts {
  constructor(
    private readonly database: Database,
    private readonly make: Builders,
    private readonly ledger: Ledger,
  ) {}

  /** Somebody with so much reputation from before. */
  personWith(reputation: number): Promise<Actor> {
    return this.make.member({ reputation });
  }

  async reputationOf({ accountId }: Actor): Promise<number> {
    const row = await this.database.one<{ reputation: number }>(
      `select reputation from account where id = $1`,
      [accountId],
    );
    return row?.reputation ?? NaN;
  }

  /** Such as "BOUNTY_OFFERED -100", the oldest first. */
  async entriesOf({ accountId }: Actor): Promise<string[]> {
    const rows = await this.database.query<{ entry: string }>(
      `select reason || to_char(delta, ' SG999') as entry from reputation_entry where account_id = $1 order by id`,
      [accountId],
    );
    return rows.map(({ entry }) => entry.replaceAll(/\s+/g, ' ').replace(/([+-]) /, '$1'));
  }

  async bounty(id: number): Promise<Record<string, unknown> | undefined> {
    return this.database.one(
      `select state, escrow, note, least_score as "leastScore", award_rule as "awardRule", awarded_to as "awardedTo",
              awarded_answer_id as "answerId", return_reason as "returnReason", settled_by as "settledBy",
              extract(day from ends_at - created_at)::integer as days,
              extract(day from decides_at - ends_at)::integer as "graceDays"
         from bounty where id = $1`,
      [id],
    );
  }

  /** As many upvotes as a day's limit takes. */
  async fillDay({ accountId }: Actor): Promise<void> {
    const votes = Array.from({ length: 25 }, (_, nth) => ({
      accountId,
      rule: 'ANSWER_UPVOTED' as const,
      reason: 'ANSWER_UPVOTED' as const,
      postId: null,
      cause: `vote:${accountId}-${nth}`,
    }));
    await this.ledger.award(votes);
  }

  /** A version of the rules that differs in these parts from the newest one. */
  async saveRules(changed: Partial<RuleSet>): Promise<void> {
    await this.database.query(
      `insert into rule_set (version, rules)
       select version + 1, rules || $1 from rule_set order by version desc limit 1`,
      [JSON.stringify(changed)],
    );
  }

  /**
   * Lets days go by for a question: all that happened there happened so much earlier. As the owner of the database can,
   * since the times of a bounty are not for changing.
   */
  async daysPass(questionId: number, days: number): Promise<void> {
    const earlier = (column: string) => `${column} = ${column} - make_interval(secs => $2 * 86400.0)`;
    await this.database.transaction(async () => {
      await this.database.query(`alter table bounty disable trigger bounty_is_kept`);
      await this.database.query(
        `update bounty set ${['created_at', 'ends_at', 'decides_at'].map(earlier).join(', ')} where question_id = $1`,
        [questionId, days],
      );
      await this.database.query(`set constraints all immediate`);
      await this.database.query(`alter table bounty enable trigger bounty_is_kept`);
      await this.database.query(
        `update post set ${['created_at', 'accepted_at'].map(earlier).join(', ')}
          where id = $1 or question_id = $1`,
        [questionId, days],
      );
    });
  }
}
