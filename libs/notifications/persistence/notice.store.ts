import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { MailedKind, NoticeKind, Telling } from '../domain/notice-kinds.js';

/** Days that a notice is kept after it was told: read ones, and those that nobody looked at. */
export const KEPT_DAYS = { read: 180, unread: 365 } as const;

const DELETED_AT_ONCE = 5_000;

/** Somebody with an account and an address. */
export interface Recipient {
  accountId: number;
  email: string;
  displayName: string;
  /** A BCP 47 tag; null if they never chose. */
  locale: string | null;
}

/** Writes notices and what people want by mail. */
@Injectable()
export class NoticeStore {
  constructor(private readonly database: Database) {}

  /** Gives the tellings that are news, by their place in the list; erased accounts are told nothing. */
  async insert(tellings: readonly Telling[]): Promise<number[]> {
    const rows = await this.database.query<{ accountId: number; key: string }>(
      `insert into notice (account_id, kind, key, subject_kind, subject_id, data)
       select t.account_id, t.kind, t.key, t.subject_kind, t.subject_id, t.data
         from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::jsonb[])
              with ordinality as t (account_id, kind, key, subject_kind, subject_id, data, place)
         join account a on a.id = t.account_id and a.erased_at is null
        -- In one order, so that two who tell the same people at once wait for each other instead of for ever.
        order by t.account_id, t.key, t.place
       on conflict (account_id, key) do nothing
       returning account_id as "accountId", key`,
      [
        tellings.map((telling) => telling.accountId),
        tellings.map((telling) => telling.kind),
        tellings.map((telling) => telling.key),
        tellings.map((telling) => telling.subject?.kind ?? null),
        tellings.map((telling) => telling.subject?.id ?? null),
        tellings.map((telling) => JSON.stringify(telling.data)),
      ],
    );
    const news = new Set(rows.map((row) => `${row.accountId} ${row.key}`));
    // Of two that tell the same at once the first one counts.
    return [...tellings.keys()].filter((place) => {
      const { accountId, key } = tellings[place]!;
      return news.delete(`${accountId} ${key}`);
    });
  }

  /** Gives how many were unread until now. */
  async markRead(accountId: number, ids: readonly number[]): Promise<number> {
    const rows = await this.database.query(
      `update notice set read_at = now() where account_id = $1 and id = any($2) and read_at is null returning 1`,
      [accountId, ids],
    );
    return rows.length;
  }

  /** The same for one notice and all that came before it. */
  async markReadUpTo(accountId: number, id: number): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `with marked as (
         update notice set read_at = now() where account_id = $1 and id <= $2 and read_at is null returning 1)
       select count(*) from marked`,
      [accountId, id],
    );
    return row?.count ?? 0;
  }

  /** Deletes some of what is too old, and says whether there may be more. */
  async deleteSomeOld(): Promise<boolean> {
    const row = await this.database.one<{ count: number }>(
      `with gone as (
         delete from notice where id in (
           select id from notice
            where created_at < now() - make_interval(days => $1)
              and (read_at is not null or created_at < now() - make_interval(days => $2))
            limit ${DELETED_AT_ONCE})
         returning 1)
       select count(*) from gone`,
      [KEPT_DAYS.read, KEPT_DAYS.unread],
    );
    return row?.count === DELETED_AT_ONCE;
  }

  /** Also the mails that wait: whom they are for can be told from the link that ends them. */
  async deleteAllOf(accountId: number): Promise<void> {
    await this.database.query(
      `delete from mail where sent_at is null and position('token=' || $1::bigint || '.' in unsubscribe_url) > 0`,
      [accountId],
    );
    await this.database.query(`delete from notice where account_id = $1`, [accountId]);
    await this.database.query(`delete from notice_mail_refusal where account_id = $1`, [accountId]);
  }

  /** Only kinds whose `name` is that of a person: others have badges and privileges there. */
  async deleteNaming(username: string): Promise<void> {
    await this.database.query(
      `delete from notice where kind = 'SUPERUSER_BELOW' and lower(data ->> 'name') = lower($1)`,
      [username],
    );
  }

  /** Whom to mail; undefined for who has no address, refused mails of this kind, or was erased. */
  recipient(accountId: number, kind: MailedKind): Promise<Recipient | undefined> {
    return this.database.one<Recipient>(
      `select a.id as "accountId", a.email, a.display_name as "displayName", a.locale
         from account a
        where a.id = $1 and a.erased_at is null and a.email is not null
          and not exists (select from notice_mail_refusal r where r.account_id = a.id and r.kind = $2)`,
      [accountId, kind],
    );
  }

  async refuseMails(accountId: number, kinds: readonly NoticeKind[]): Promise<void> {
    await this.database.query(
      `insert into notice_mail_refusal (account_id, kind)
       select a.id, kind from account a, unnest($2::text[]) as kind where a.id = $1 and a.erased_at is null
       on conflict do nothing`,
      [accountId, kinds],
    );
  }

  async allowMails(accountId: number, kinds: readonly NoticeKind[]): Promise<void> {
    await this.database.query(`delete from notice_mail_refusal where account_id = $1 and kind = any($2)`, [
      accountId,
      kinds,
    ]);
  }

  async setLanguage(accountId: number, locale: string): Promise<void> {
    await this.database.query(`update account set locale = $2 where id = $1`, [accountId, locale]);
  }
}
