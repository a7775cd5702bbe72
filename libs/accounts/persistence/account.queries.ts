import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import type { Role } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';

export interface AccountRow {
  accountId: number;
  username: string;
  displayName: string;
  role: Role;
  reputation: number;
  /** What reputation or quality has opened; roles allow more. */
  privileges: string[];
  /** The step of the ladder of ranks, 0 for the lowest; the ladder may have become shorter since. */
  rankLevel: number;
  helperRatingSum: number;
  helperRatingCount: number;
  aboutHtml: string;
  createdAt: Date;
  /** For whoever may see it: `accountPolicies.readEmail`. */
  privateEmail: string | null;
}

const FIELDS = {
  accountId: 'id',
  username: 'username',
  displayName: 'display_name',
  role: 'role',
  reputation: 'reputation',
  privileges: 'privileges',
  rankLevel: 'rank',
  helperRatingSum: 'helper_rating_sum',
  helperRatingCount: 'helper_rating_count',
  aboutHtml: 'about_html',
  createdAt: 'created_at',
  privateEmail: 'email',
} satisfies Record<keyof AccountRow, string>;

const COLUMNS = Object.entries(FIELDS)
  .map(([name, column]) => `${column} as "${name}"`)
  .join(', ');

/** An `AccountRow` in a row of JSON, as other read models bring it along. */
export type AccountJson = Omit<AccountRow, 'createdAt'> & { createdAt: string };

/**
 * SQL that brings the account of `id` along in one column, instead of a statement of its own; null if it was erased.
 * @param id an SQL expression, never anything from outside
 */
export function accountJson(id: string): string {
  const pairs = Object.entries(FIELDS).map(([name, column]) => `'${name}', account.${column}`);
  return `(select json_build_object(${pairs.join(', ')}) from account where account.id = ${id} and account.erased_at is null)`;
}

export function accountFromJson(account: AccountJson): AccountRow {
  return { ...account, createdAt: new Date(account.createdAt) };
}

interface PageRequest {
  first: number;
  after?: string | null;
}

/** How accounts are read for screens. Erased accounts are nobody's to see. */
@Injectable()
export class AccountQueries {
  constructor(private readonly database: Database) {}

  byIds(ids: readonly number[]): Promise<AccountRow[]> {
    return this.database.query(`select ${COLUMNS} from account where id = any($1) and erased_at is null`, [
      ids,
    ]);
  }

  byUsername(username: string): Promise<AccountRow | undefined> {
    return this.database.one(`select ${COLUMNS} from account where username = $1 and erased_at is null`, [
      username.replaceAll('\0', ''),
    ]);
  }

  /** Which of these names exist, as they are written in the account. */
  async existingUsernames(usernames: readonly string[]): Promise<string[]> {
    if (usernames.length === 0) return [];
    const rows = await this.database.query<{ username: string }>(
      `select username from account where username = any($1::citext[]) and erased_at is null`,
      [usernames],
    );
    return rows.map((row) => row.username);
  }

  /** Everybody, the most reputable first. */
  async byReputation({ first, after }: PageRequest): Promise<Page<AccountRow>> {
    const [reputation, id] = after ? decodeCursor('users', ['number', 'number'], after) : [null, null];
    const rows = await this.database.query<AccountRow>(
      `select ${COLUMNS} from account
        where erased_at is null and ($1::bigint is null or reputation < $1 or (reputation = $1 and id > $2))
        order by reputation desc, id limit $3`,
      [reputation, id, first + 1],
    );
    return pageOf(rows, first);
  }

  /** For admins: people found by a part of their name or address, the newest first. */
  async search(search: string, { first, after }: PageRequest): Promise<Page<AccountRow>> {
    const [id] = after ? decodeCursor('people', ['number'], after) : [null];
    const pattern = `%${search.replaceAll('\0', '').replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.query<AccountRow>(
      `select ${COLUMNS} from account
        where erased_at is null and ($1::bigint is null or id < $1)
          and (username ilike $2 or display_name ilike $2 or email ilike $2)
        order by id desc limit $3`,
      [id, pattern, first + 1],
    );
    return pageOf(rows, first);
  }

  async about(accountId: number): Promise<string> {
    const row = await this.database.one<{ about: string }>(`select about from account where id = $1`, [
      accountId,
    ]);
    return row?.about ?? '';
  }
}
