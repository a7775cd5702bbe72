import type { Database } from '#libs/platform';
import type { Award } from '../domain/awards.js';
import type { Booking, Change } from '../domain/daily-cap.js';
import type { ReputationReason } from '../domain/rules.js';

/** An entry as it goes into the ledger, save what the database gives it. */
export interface NewEntry extends Change, Booking {
  readonly reason: ReputationReason;
  readonly postId: number | null;
  readonly cause: string;
  /** The same cause may come again after its reversal. */
  readonly occurrence: number;
  readonly reversesId: number | null;
  readonly ruleVersion: number;
  /** Null: now, by the database's clock. */
  readonly createdAt: Date | null;
}

/** What the ledger knows about an award that an account does not have yet. `index`: which one of those asked about. */
type DueAward = { index: number } & Pick<
  NewEntry,
  'occurrence' | 'reversesId' | 'earnedOn' | 'bookedBefore' | 'createdAt'
>;

type StandingEntry = Omit<NewEntry, 'reason' | 'delta' | 'pointsOfDay'>;

/** The sum of a day's capped points stands in its newest entry, so that nobody has to add them up. */
const BOOKED_ON = (account: string, day: string) => `coalesce((
  select points_of_day from reputation_entry as e
   where e.is_capped and e.account_id = ${account} and e.earned_on = ${day} order by e.id desc limit 1), 0)`;

/** Reads and writes the ledger's rows, for accounts that the transaction has locked. */
export class LedgerStore {
  constructor(private readonly database: Database) {}

  /**
   * Locks accounts in the order of their numbers, or two transactions could wait for each other. It must be a
   * statement of its own: the next one sees what others have committed while this one waited.
   */
  async lockAccounts(ids: readonly number[]): Promise<void> {
    await this.database.query(`select from account where id = any($1) order by id for no key update`, [
      [...new Set(ids)],
    ]);
  }

  async lockAccountsWith(column: 'cause' | 'post_id', values: readonly unknown[]): Promise<void> {
    await this.database.query(
      `select from account where id in (select account_id from reputation_entry where ${column} = any($1))
        order by id for no key update`,
      [values],
    );
  }

  /**
   * Those of the awards that their accounts do not have. The day is that of a moment rounded to milliseconds, as votes
   * are dated: just before midnight the two must not differ.
   */
  due(awards: readonly Award[]): Promise<DueAward[]> {
    return this.database.query(
      `select (n - 1)::integer as index, known.times + 1 as occurrence, null as "reversesId",
              earned_on::text as "earnedOn", ${BOOKED_ON('award.account_id', 'award.earned_on')} as "bookedBefore",
              case when is_history then earned_at end as "createdAt"
         from (select *, (coalesce(earned_at, now())::timestamptz(3) at time zone 'UTC')::date as earned_on
                 from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::boolean[]) with ordinality
                      as award (account_id, cause, earned_at, is_history, n)) as award
        cross join lateral (
          select count(*) filter (where reverses_id is null) as times, count(reverses_id) as times_taken_back
            from reputation_entry as e
           where e.cause = award.cause and e.account_id = award.account_id) as known
        where known.times = known.times_taken_back
        order by n`,
      [
        awards.map((award) => award.accountId),
        awards.map((award) => award.cause),
        awards.map((award) => award.earnedAt ?? null),
        awards.map((award) => award.isHistory ?? false),
      ],
    );
  }

  /** The entries for these causes or posts that nothing has taken back, as the changes that would. */
  standing(column: 'cause' | 'post_id', values: readonly unknown[]): Promise<StandingEntry[]> {
    return this.database.query(
      `select account_id as "accountId", post_id as "postId", cause, occurrence, id as "reversesId", points,
              is_capped as "isCapped", earned_on::text as "earnedOn",
              ${BOOKED_ON('given.account_id', 'given.earned_on')} as "bookedBefore",
              rule_version as "ruleVersion", null as "createdAt"
         from reputation_entry as given
        where ${column} = any($1) and reverses_id is null
          and not exists (select from reputation_entry as r where r.reverses_id = given.id)
        order by id`,
      [values],
    );
  }

  /** Writes entries in their order, and their sum into the accounts, by one statement. */
  async append(entries: readonly NewEntry[]): Promise<void> {
    await this.database.query(
      `with entry as (
         insert into reputation_entry (account_id, reason, post_id, cause, occurrence, reverses_id, points, delta,
                                       is_capped, earned_on, points_of_day, rule_version, created_at)
         select "accountId", reason, "postId", cause, occurrence, "reversesId", points, delta,
                "isCapped", "earnedOn", "pointsOfDay", "ruleVersion", coalesce("createdAt", now())
           from rows from (jsonb_to_recordset($1) as (
                  "accountId" bigint, reason text, "postId" bigint, cause text, occurrence integer,
                  "reversesId" bigint, points integer, delta integer, "isCapped" boolean, "earnedOn" date,
                  "pointsOfDay" integer, "ruleVersion" integer, "createdAt" timestamptz)) with ordinality
          order by ordinality
         returning account_id, delta
       )
       update account set reputation = reputation + total.delta
         from (select account_id, sum(delta) as delta from entry group by account_id) as total
        where account.id = total.account_id and total.delta <> 0`,
      [JSON.stringify(entries)],
    );
  }
}
