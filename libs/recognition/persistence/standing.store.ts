import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Days after which what brought somebody a rank is no news any more, as after an import. */
const NEWS_DAYS = 7;

/** The steps of the ladder of the rules in force, the lowest as 0. */
const LADDER = `
  ladder as (
    select (place - 1)::smallint as rank, (step ->> 'reputation')::integer as reputation,
           (step ->> 'solutions')::integer as solutions, (step ->> 'articles')::integer as articles
      from (select rules from rule_set order by version desc limit 1) newest,
           jsonb_array_elements(newest.rules -> 'ranks') with ordinality as steps (step, place))`;

/** What accounts `$1` are worth by it: no step of a ladder asks for less than those below. */
const WANTED = `
  ${LADDER}, wanted as (
    select a.id, a.rank as before, coalesce(max(ladder.rank), 0)::smallint as rank
      from account a
      left join standing s on s.account_id = a.id
      left join ladder on ladder.reputation <= a.reputation and ladder.solutions <= coalesce(s.solutions, 0)
                      and ladder.articles <= coalesce(s.articles, 0)
     where a.id = any($1) group by a.id)`;

export interface RankChange {
  accountId: number;
  before: number;
  rank: number;
  /** What brought it happened lately. */
  isNews: boolean;
}

/** Writes what ranks are made of, and ranks. */
@Injectable()
export class StandingStore {
  constructor(private readonly database: Database) {}

  /** Some accounts after a number, for passes over everybody. */
  async accountsAfter(id: number, first: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from account where id > $1 and erased_at is null order by id limit $2`,
      [id, first],
    );
    return rows.map((row) => row.id);
  }

  /** Writes the counts of these accounts that differ from those that are kept. */
  async count(accountIds: readonly number[]): Promise<void> {
    await this.database.query(
      `insert into standing (account_id, solutions, articles)
       select a.id, (select count(*) from solution s where s.account_id = a.id),
              (select count(*) from made_article m where m.account_id = a.id)
         from account a where a.id = any($1) order by a.id
       on conflict (account_id) do update
         set solutions = excluded.solutions, articles = excluded.articles, updated_at = now()
         where (standing.solutions, standing.articles) is distinct from (excluded.solutions, excluded.articles)`,
      [accountIds],
    );
  }

  /** Those of the accounts whose rank is not what it should be, locked in the order of their numbers. */
  async lockMisplaced(accountIds: readonly number[]): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `with ${WANTED}, misplaced as materialized (select id from wanted where before <> rank)
       select id from account where id in (select id from misplaced) order by id for no key update`,
      [accountIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts locked accounts where they belong. */
  place(accountIds: readonly number[]): Promise<RankChange[]> {
    return this.database.query(
      `with ${WANTED}, placed as (
         update account a set rank = wanted.rank from wanted where wanted.id = a.id and a.rank <> wanted.rank
         returning a.id, wanted.before, wanted.rank)
       select id as "accountId", before, rank,
              exists (select from reputation_day d
                       where d.account_id = placed.id and d.day > (now() at time zone 'UTC')::date - ${NEWS_DAYS})
                as "isNews"
         from placed order by id`,
      [accountIds],
    );
  }
}
