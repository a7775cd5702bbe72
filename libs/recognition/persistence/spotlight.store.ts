import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Who is introduced on a day, and what of them. */
export interface SpotlightRow {
  accountId: number;
  day: string;
  /** Questions that they solved in the last 30 days. */
  solutions: number;
  /** The tags of that time, the strongest first. */
  tagIds: number[];
}

const TODAY = `(now() at time zone 'UTC')::date`;
const TOPICS = 3;

/** Peers who helped in the last month and have nothing against being introduced. */
const WILLING = `
  e.tag_id is null and e.period = 'MONTH' and e.solutions > 0
  and a.erased_at is null and a.role in ('MEMBER', 'SUPERUSER')
  and not exists (select from spotlight_refusal r where r.account_id = a.id)
  and not exists (select from sanction s where s.account_id = a.id and s.lifted_at is null
                     and s.created_at > now() - interval '30 days')`;

/** Who is introduced, one a day. */
@Injectable()
export class SpotlightStore {
  constructor(private readonly database: Database) {}

  /**
   * Sees to it that somebody is introduced today: whose last turn is longest ago, those who never had one first. Whom the
   * day falls on among equals follows from day and number, so that two processes choose the same person.
   */
  async choose(): Promise<void> {
    await this.database.query(
      `with chosen as (
         select a.id
           from expertise e join account a on a.id = e.account_id
          where ${WILLING}
          order by (select max(s.day) from spotlight s where s.account_id = a.id and s.day < ${TODAY}) nulls first,
                   md5(${TODAY}::text || a.id), a.id
          limit 1)
       insert into spotlight as today (day, account_id) select ${TODAY}, id from chosen
       on conflict (day) do update set account_id = excluded.account_id
         where not exists (select from expertise e join account a on a.id = e.account_id
                            where e.account_id = today.account_id and ${WILLING})`,
    );
  }

  /** Undefined on days on which nobody helped lately, or whose person does not want it any more. */
  today(): Promise<SpotlightRow | undefined> {
    return this.database.one(
      `select s.account_id as "accountId", s.day::text as day, e.solutions,
              array_to_json(array(
                select t.tag_id from expertise t
                 where t.account_id = s.account_id and t.period = 'MONTH' and t.tag_id is not null
                 order by t.score desc, t.tag_id limit ${TOPICS})) as "tagIds"
         from spotlight s
         join expertise e on e.account_id = s.account_id
         join account a on a.id = s.account_id
        where s.day = ${TODAY} and ${WILLING}`,
    );
  }

  async setWilling(accountId: number, isWilling: boolean): Promise<void> {
    await this.database.query(
      isWilling
        ? `delete from spotlight_refusal where account_id = $1`
        : `insert into spotlight_refusal (account_id) values ($1) on conflict do nothing`,
      [accountId],
    );
  }

  async isWilling(accountId: number): Promise<boolean> {
    const row = await this.database.one(`select 1 from spotlight_refusal where account_id = $1`, [accountId]);
    return row === undefined;
  }
}
