import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { NoticeFacts } from '../domain/notice-facts.js';
import type { NoticeKind } from '../domain/notice-kinds.js';

/** Counting stops here: nobody reads the difference, and a header must stay cheap. */
export const COUNTED_AT_MOST = 100;

/** What a notice carries, as JSON keeps it. */
export type StoredFacts = Omit<NoticeFacts, 'until'> & { until?: string };

export interface NoticeRow {
  noticeId: number;
  accountId: number;
  kind: NoticeKind;
  subjectKind: 'question' | 'answer' | null;
  subjectId: number | null;
  data: StoredFacts;
  createdAt: Date;
  readAt: Date | null;
}

const SELECT = `
  select id as "noticeId", account_id as "accountId", kind, subject_kind as "subjectKind", subject_id as "subjectId",
         data, created_at as "createdAt", read_at as "readAt"
    from notice`;

/**
 * SQL that counts the unread notices of an account, up to `COUNTED_AT_MOST`.
 * @param accountId an SQL expression, never anything from outside
 */
export function unreadCountOf(accountId: string): string {
  return `(select count(*)::int from (select from notice n where n.account_id = ${accountId} and n.read_at is null
                                       limit ${COUNTED_AT_MOST}) as unread)`;
}

/** How notices are read for screens: only ever those of one person. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async page(
    accountId: number,
    { first, after, unreadOnly }: { first: number; after?: string | null; unreadOnly: boolean },
  ): Promise<Page<NoticeRow>> {
    const [id] = after ? decodeCursor('notices', ['number'], after) : [null];
    const rows = await this.database.query<NoticeRow>(
      `${SELECT} where account_id = $1 and ($2::bigint is null or id < $2) ${unreadOnly ? 'and read_at is null' : ''}
        order by id desc limit $3`,
      [accountId, id, first + 1],
    );
    return pageOf(rows, first);
  }

  byId(id: number): Promise<NoticeRow | undefined> {
    return this.database.one(`${SELECT} where id = $1`, [id]);
  }

  unreadCounts(accountIds: readonly number[]): Promise<{ accountId: number; unread: number }[]> {
    return this.database.query(
      `select asked as "accountId", ${unreadCountOf('asked')} as unread from unnest($1::bigint[]) as asked`,
      [accountIds],
    );
  }

  async mailChoices(accountId: number): Promise<{ refused: string[]; locale: string | null }> {
    const row = await this.database.one<{ refused: string[]; locale: string | null }>(
      `select a.locale, array(select kind from notice_mail_refusal r where r.account_id = a.id) as refused
         from account a where a.id = $1 and a.erased_at is null`,
      [accountId],
    );
    return row ?? { refused: [], locale: null };
  }
}
