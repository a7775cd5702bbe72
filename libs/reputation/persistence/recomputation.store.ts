import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { RecomputationState } from '../domain/recomputation.js';
import type { RuleName } from '../domain/rule-set.js';

export interface RecomputationRow {
  id: number;
  version: number;
  state: RecomputationState;
  askedBy: number | null;
  askedAt: Date;
  finishedAt: Date | null;
  doneUpTo: number;
  accountsDone: number;
  accountsTotal: number;
  /** Entries that were reversed and entered anew. */
  changed: number;
  /** Somebody of whose ledger a part is done, and by how much that changed their reputation; null if there is nobody. */
  partlyDone: PartlyDone | null;
}

export interface PartlyDone {
  accountId: number;
  change: number;
}

/** An entry that stands and is worth something else by the rules that are wanted. */
export interface OutdatedEntry {
  entryId: number;
  accountId: number;
  rule: RuleName;
  postId: number | null;
  cause: string;
  occurrence: number;
  points: number;
  isCapped: boolean;
  earnedOn: string;
  dayCap: number | null;
  booked: number;
  ruleVersion: number;
  newPoints: number;
  newCap: number;
  /** Whether more is left of these accounts, after this entry's. */
  isMoreLeft: boolean;
}

const COLUMNS = `id, version, state, asked_by as "askedBy", asked_at as "askedAt", finished_at as "finishedAt",
  done_up_to as "doneUpTo", accounts_done as "accountsDone", accounts_total as "accountsTotal", changed,
  case when partly_done is not null then json_build_object('accountId', partly_done, 'change', partly_done_change) end
    as "partlyDone"`;

/** How recomputations are asked for, and how far they are. */
@Injectable()
export class RecomputationStore {
  constructor(private readonly database: Database) {}

  /** The one that was asked for last. */
  latest(): Promise<RecomputationRow | undefined> {
    return this.database.one(`select ${COLUMNS} from reputation_recomputation order by id desc limit 1`);
  }

  /** Another that runs already breaks the constraint `one_recomputation_at_a_time`. */
  async start(version: number, askedBy: number): Promise<RecomputationRow> {
    const row = await this.database.one<RecomputationRow>(
      `insert into reputation_recomputation (version, asked_by, accounts_total)
       select $1, $2, count(distinct account_id) from reputation_post returning ${COLUMNS}`,
      [version, askedBy],
    );
    return row!;
  }

  /** Keeps a second worker waiting until the surrounding transaction is over. Undefined once it has ended. */
  lockRunning(id: number): Promise<RecomputationRow | undefined> {
    return this.database.one(
      `select ${COLUMNS} from reputation_recomputation where id = $1 and state = 'RUNNING' for update`,
      [id],
    );
  }

  /** The next accounts that have anything in the ledger, in the order of their numbers. */
  async accountsAfter(id: number, first: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from account a
        where id > $1 and exists (select from reputation_post where account_id = a.id) order by id limit $2`,
      [id, first],
    );
    return rows.map((row) => row.id);
  }

  async isNewest(version: number): Promise<boolean> {
    const row = await this.database.one<{ isNewest: boolean }>(
      `select max(version) = $1 as "isNewest" from rule_set`,
      [version],
    );
    return row?.isNewest ?? false;
  }

  /**
   * Of locked accounts, what has other points by the rules of `version`; and all upvotes of a day whose cap is another
   * and makes a difference, or that is not over yet. About `first` of them, always whole days.
   */
  outdated(accountIds: readonly number[], version: number, first: number): Promise<OutdatedEntry[]> {
    return this.database.query(
      `with wanted as materialized (
         select (rules ->> 'dailyCap')::integer as cap, rules -> 'points' as points from rule_set where version = $2),
       standing as (
         select e.*, (wanted.points ->> e.rule)::integer as new_points, wanted.cap as new_cap
           from reputation_entry e cross join wanted
          where e.account_id = any($1) and e.rule is not null and e.reverses_id is null
            and not exists (select from reputation_entry r where r.reverses_id = e.id)),
       -- By windows and without joins: a ledger may be long, and nothing tells how long before it is read.
       of_day as (
         select *, sum(points) over day as booked, sum(new_points) over day as new_booked,
                bool_or(points <> new_points) over day as has_other_points,
                first_value(day_cap) over (partition by account_id, earned_on, is_capped order by id desc) as cap
           from standing
         window day as (partition by account_id, earned_on, is_capped)),
       outdated as (
         select *, row_number() over (order by account_id, earned_on, id) as place
           from of_day
          where points <> new_points
             or is_capped and cap <> new_cap
                and (has_other_points or earned_on >= (now() at time zone 'UTC')::date
                     or least(cap, booked) <> least(new_cap, new_booked))),
       batch as (
         select *, min(place) over (partition by account_id, earned_on) > $3 as is_later from outdated)
       select * from (
         select id as "entryId", account_id as "accountId", rule, post_id as "postId", cause, occurrence, points,
                is_capped as "isCapped", earned_on::text as "earnedOn", cap as "dayCap", booked,
                rule_version as "ruleVersion", new_points as "newPoints", new_cap as "newCap",
                bool_or(is_later) over () as "isMoreLeft", is_later
           from batch) as marked
        where not is_later
        order by "accountId", "earnedOn", "entryId"`,
      [accountIds, version, first],
    );
  }

  /** In the order of their numbers. */
  reputations(accountIds: readonly number[]): Promise<{ accountId: number; reputation: number }[]> {
    return this.database.query(
      `select id as "accountId", reputation from account where id = any($1) order by id`,
      [accountIds],
    );
  }

  async advance(
    id: number,
    done: { upTo: number; accounts: number; changed: number; partlyDone: PartlyDone | null },
  ): Promise<void> {
    await this.database.query(
      `update reputation_recomputation
          set done_up_to = $2, accounts_done = accounts_done + $3, changed = changed + $4,
              partly_done = $5, partly_done_change = $6
        where id = $1`,
      [
        id,
        done.upTo,
        done.accounts,
        done.changed,
        done.partlyDone?.accountId ?? null,
        done.partlyDone?.change ?? 0,
      ],
    );
  }

  async finish(id: number, state: 'DONE' | 'SUPERSEDED'): Promise<void> {
    await this.database.query(
      `update reputation_recomputation
          set state = $2, finished_at = now(), partly_done = null, partly_done_change = 0,
              accounts_total = case when $2 = 'DONE' then accounts_done else accounts_total end
        where id = $1`,
      [id, state],
    );
  }
}
