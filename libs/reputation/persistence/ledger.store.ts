import type { Database } from '#libs/platform';
import type { Award } from '../domain/awards.js';
import type { Booking, Change } from '../domain/daily-cap.js';
import { RULE_ENTRIES } from '../domain/reasons.js';
import type { ReputationReason, ReversalCause } from '../domain/reasons.js';
import type { RuleName } from '../domain/rule-set.js';

/** An entry as it goes into the ledger, save what the database gives it. */
export interface NewEntry extends Change, Booking {
  readonly reason: ReputationReason;
  /** Null: somebody decided on the points, or it is a reversal. */
  readonly rule: RuleName | null;
  readonly postId: number | null;
  readonly cause: string;
  /** The same cause may come again after its reversal. */
  readonly occurrence: number;
  readonly reversesId: number | null;
  readonly reversalCause: ReversalCause | null;
  readonly ruleVersion: number;
  /** Null: now, by the database's clock. */
  readonly createdAt: Date | null;
}

/** An entry that is to be booked yet. */
type DueEntry = Omit<NewEntry, keyof Booking>;

/** What the ledger knows about an award that an account does not have yet. `index`: which one of those asked about. */
type DueAward = { index: number } & Pick<
  DueEntry,
  | 'occurrence'
  | 'earnedOn'
  | 'bookedBefore'
  | 'capBefore'
  | 'capByRules'
  | 'points'
  | 'ruleVersion'
  | 'createdAt'
>;

/** The sum of a day's points stands in its newest entry, with its cap, so that nobody has to add them up. */
const dayOf = (account: string, day: string) => `
  left join lateral (
    select points_of_day as booked, case when points_of_day > 0 then day_cap end as cap from reputation_entry as e
     where e.is_capped and e.account_id = ${account} and e.earned_on = ${day}
     order by e.id desc limit 1) as day on true`;

/**
 * What undoes one of these gives back what was taken, and is no new deed: the points are those of the rules it had.
 * Null is how reversals were written before they named their cause; until then there was one version only.
 */
const COMES_BACK = `(r.reversal_cause is null or r.reversal_cause in ('POST_DELETED', 'FRAUD', 'REPAIR'))`;

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
   * Those of the awards that their accounts do not have, with their points. The day is that of a moment rounded to
   * milliseconds, as votes are dated: just before midnight the two must not differ.
   */
  async due(awards: readonly Award[]): Promise<DueEntry[]> {
    const due = await this.database.query<DueAward>(
      `select (n - 1)::integer as index, known.times + 1 as occurrence, earned_on::text as "earnedOn",
              coalesce(day.booked, 0) as "bookedBefore", day.cap as "capBefore",
              (rule_set.rules ->> 'dailyCap')::integer as "capByRules",
              coalesce(award.points, (rule_set.rules -> 'points' ->> award.rule)::integer) as points,
              rule_set.version as "ruleVersion", case when is_history then earned_at end as "createdAt"
         from (select *, (coalesce(earned_at, now())::timestamptz(3) at time zone 'UTC')::date as earned_on
                 from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::boolean[], $5::text[], $6::integer[])
                      with ordinality as award (account_id, cause, earned_at, is_history, rule, points, n)) as award
        cross join lateral (
          select count(*) filter (where e.reverses_id is null) as times,
                 count(e.reverses_id) as times_taken_back
            from reputation_entry as e
           where e.cause = award.cause and e.account_id = award.account_id) as known
         left join lateral (
          select e.rule_version
            from reputation_entry as e join reputation_entry as r on r.reverses_id = e.id
           where e.cause = award.cause and e.account_id = award.account_id and e.reverses_id is null
             and e.occurrence = known.times and ${COMES_BACK}) as before on true
         -- and not of earlier ones than everything was recomputed by meanwhile
         join rule_set on rule_set.version = coalesce(
           greatest(before.rule_version,
                    case when before.rule_version is not null then (select max(version) from reputation_recomputation) end),
           (select max(version) from rule_set))
         ${dayOf('award.account_id', 'award.earned_on')}
        where known.times = known.times_taken_back
        order by n`,
      [
        awards.map((award) => award.accountId),
        awards.map((award) => award.cause),
        awards.map((award) => award.earnedAt ?? null),
        awards.map((award) => award.isHistory ?? false),
        awards.map((award) => award.rule),
        awards.map((award) => award.points ?? null),
      ],
    );
    return due.map(({ index, ...known }) => {
      const { accountId, rule, reason, postId, cause } = awards[index]!;
      const isCapped = rule !== null && RULE_ENTRIES[rule].isCapped;
      const what = { accountId, rule, reason, postId, cause, isCapped };
      return { ...what, ...known, reversesId: null, reversalCause: null };
    });
  }

  /** What takes back the entries for these causes, or those by rule for these posts, that nothing has taken back. */
  async reversals(
    column: 'cause' | 'post_id',
    values: readonly unknown[],
    reversalCause: ReversalCause,
  ): Promise<DueEntry[]> {
    const rows = await this.database.query<Omit<DueEntry, 'reason' | 'rule' | 'reversalCause'>>(
      `select account_id as "accountId", post_id as "postId", cause, occurrence, id as "reversesId",
              -points as points, is_capped as "isCapped", earned_on::text as "earnedOn",
              coalesce(day.booked, 0) as "bookedBefore", day.cap as "capBefore",
              coalesce(day_cap, 0) as "capByRules", rule_version as "ruleVersion", null as "createdAt"
         from reputation_entry as given ${dayOf('given.account_id', 'given.earned_on')}
        where ${column} = any($1) and reverses_id is null ${column === 'post_id' ? 'and rule is not null' : ''}
          and not exists (select from reputation_entry as r where r.reverses_id = given.id)
        order by id`,
      [values],
    );
    return rows.map((row) => ({ ...row, reason: 'REVERSAL', rule: null, reversalCause }));
  }

  /** Writes entries in their order, and their sum into the accounts, by one statement. */
  async append(entries: readonly NewEntry[]): Promise<void> {
    await this.database.query(
      `with entry as (
         insert into reputation_entry (account_id, reason, rule, post_id, cause, occurrence, reverses_id,
                                       reversal_cause, points, delta, is_capped, earned_on, points_of_day, day_cap,
                                       rule_version, created_at)
         select "accountId", reason, rule, "postId", cause, occurrence, "reversesId", "reversalCause", points, delta,
                "isCapped", "earnedOn", "pointsOfDay", "dayCap", "ruleVersion", coalesce("createdAt", now())
           from rows from (jsonb_to_recordset($1) as (
                  "accountId" bigint, reason text, rule text, "postId" bigint, cause text, occurrence integer,
                  "reversesId" bigint, "reversalCause" text, points integer, delta integer, "isCapped" boolean,
                  "earnedOn" date, "pointsOfDay" integer, "dayCap" integer, "ruleVersion" integer,
                  "createdAt" timestamptz)) with ordinality
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
