import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { Award } from '../domain/awards.js';
import { RULES } from '../domain/rules.js';

/**
 * The append-only ledger that reputation is the sum of. What it does belongs to the caller's transaction, so that a
 * vote and its entry commit together, and it takes two statements however many entries there are.
 *
 * The daily cap does not depend on the order of events: what an account's live upvotes of one UTC day bring is the
 * sum of their points, at most 200. Each entry carries by how much that figure changed (`delta`) beside what the
 * rule gives (`points`). So the 21st upvote of a day is an entry of 0, and withdrawing one of 21 is an entry of 0
 * as well. All entries of one account are made under a lock of its row, or two votes at once could turn 199 into 209.
 */
@Injectable()
export class Ledger {
  constructor(private readonly database: Database) {}

  /** Credits the awards; what an account has for a cause already is left as it is. */
  async award(given: readonly Award[]): Promise<void> {
    const awards = [...new Map(given.map((award) => [`${award.accountId} ${award.cause}`, award])).values()];
    if (awards.length === 0) return;
    await this.database.transaction(async () => {
      await this.lock(`id = any($1)`, [awards.map((award) => award.accountId)]);
      await this.post(AWARDED, [
        awards.map((award) => award.accountId),
        awards.map((award) => award.reason),
        awards.map((award) => award.postId),
        awards.map((award) => award.cause),
        awards.map((award) => award.points),
        awards.map((award) => award.isCapped),
        awards.map((award) => award.earnedAt ?? null),
        awards.map((award) => award.isHistory ?? false),
      ]);
    });
  }

  /** Takes back whatever stands for these causes, whoever has it. Causes without an entry are no matter. */
  async revoke(causes: readonly string[]): Promise<void> {
    await this.takeBack('cause = any($1)', [causes]);
  }

  /** Takes back whatever stands for these posts, for their authors and for those who voted or accepted. */
  async revokeAllOf(postIds: readonly number[]): Promise<void> {
    await this.takeBack('post_id = any($1)', [postIds]);
  }

  private async takeBack(which: string, parameters: [readonly unknown[]]): Promise<void> {
    if (parameters[0].length === 0) return;
    await this.database.transaction(async () => {
      await this.lock(`id in (select account_id from reputation_entry where ${which})`, parameters);
      await this.post(takenBack(which), parameters);
    });
  }

  /**
   * Locks accounts in the order of their numbers, or two transactions could wait for each other. It must be a
   * statement of its own: the next one sees what others committed while this one waited.
   */
  private async lock(which: string, parameters: unknown[]): Promise<void> {
    await this.database.query(
      `select id from account where ${which} order by id for no key update`,
      parameters,
    );
  }

  /** @param changes a query for the entries to make, numbered by `n` in their order */
  private async post(changes: string, parameters: unknown[]): Promise<void> {
    const cap = `$${parameters.length + 1}::integer`;
    await this.database.query(
      `with change as materialized (${changes}),
       -- without statistics the planner would otherwise add a day up again for each of its changes
       day as materialized (
         select touched.*, booked.points
           from (select distinct account_id, earned_on from change where is_capped) as touched
          cross join lateral (
            select coalesce(sum(e.points), 0) as points from reputation_entry as e
             where e.is_capped and e.account_id = touched.account_id and e.earned_on = touched.earned_on
          ) as booked
       ),
       change_of_day as (
         select change.*, day.points + coalesce(sum(change.points) over earlier, 0) as points_so_far
           from change left join day using (account_id, earned_on)
         window earlier as (partition by account_id, earned_on, is_capped order by n
                            rows between unbounded preceding and 1 preceding)
       ),
       entry as (
         insert into reputation_entry (account_id, reason, post_id, cause, occurrence, reverses_id, points, delta,
                                       is_capped, earned_on, rule_version, created_at)
         select account_id, reason, post_id, cause, occurrence, reverses_id, points,
                case when is_capped then least(${cap}, points_so_far + points) - least(${cap}, points_so_far)
                     else points end,
                is_capped, earned_on, rule_version, created_at
           from change_of_day order by n
         returning account_id, delta
       )
       update account set reputation = reputation + total.delta
         from (select account_id, sum(delta) as delta from entry group by account_id) as total
        where account.id = total.account_id and total.delta <> 0`,
      [...parameters, RULES.cappedPointsPerDay],
    );
  }
}

/** The day is that of a moment rounded to milliseconds, as votes are dated: near midnight the two must not differ. */
const AWARDED = `
  select n, account_id, reason, post_id, cause, known.times + 1 as occurrence, null::bigint as reverses_id, points,
         is_capped, (coalesce(earned_at, now())::timestamptz(3) at time zone 'UTC')::date as earned_on,
         ${RULES.version} as rule_version, coalesce(case when is_history then earned_at end, now()) as created_at
    from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::integer[], $6::boolean[], $7::timestamptz[],
                $8::boolean[]) with ordinality
         as wanted (account_id, reason, post_id, cause, points, is_capped, earned_at, is_history, n)
   cross join lateral (
     select count(*) filter (where reverses_id is null) as times, count(reverses_id) as times_taken_back
       from reputation_entry as e
      where e.cause = wanted.cause and e.account_id = wanted.account_id
   ) as known
   where known.times = known.times_taken_back`;

const takenBack = (which: string): string => `
  select row_number() over (order by id) as n, account_id, 'REVERSAL' as reason, post_id, cause, occurrence,
         id as reverses_id, -points as points, is_capped, earned_on, rule_version, now() as created_at
    from reputation_entry as e
   where ${which} and reverses_id is null
     and not exists (select from reputation_entry as r where r.reverses_id = e.id)`;
