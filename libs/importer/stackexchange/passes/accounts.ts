import { DISPLAY_NAME, requireDisplayName, skeleton } from '#libs/accounts';
import { ConflictError } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import { convertBody } from '../text.js';
import { usernameCandidates } from '../usernames.js';
import type { UserRecord } from '../records/others.js';
import type { Writer } from '../records/post.js';
import type { ImportRun } from './run.js';

/** Who is who: keys of users of the dump, and their accounts. Null is somebody who has been erased here since. */
export type AccountMap = Map<number, number | null>;

/** The accounts of these users of the dump, as far as they were imported. */
export async function findAccounts(run: ImportRun, keys: Iterable<number>): Promise<AccountMap> {
  const rows = await run.database.query<{ key: number; accountId: number | null }>(
    `select source_key as key, case when erased_at is null then account_id end as "accountId"
       from import_user join account on account.id = account_id
      where source_id = $1 and source_key = any($2)`,
    [run.source.id, [...new Set(keys)]],
  );
  return new Map(rows.map(({ key, accountId }) => [key, accountId]));
}

/** The account of somebody who wrote something, or null for somebody who is not there any more. */
export function accountOf(accounts: AccountMap, writer: Writer): number | null {
  return writer.userKey === undefined ? null : (accounts.get(writer.userKey) ?? null);
}

/** How the remark reads on what somebody wrote who is not there any more. */
export const NO_AUTHOR = 'Its author is not in the dump any more, so it is shown without one.';

/** Somebody who wrote something then. */
export interface DatedWriter extends Writer {
  at: Date;
}

/**
 * The accounts behind what was written. A dump that came without its users still tells by number who wrote what, so
 * accounts are made up for those numbers: who belongs together stays together.
 * They joined when they are first heard of.
 */
export async function findWriters(run: ImportRun, writers: DatedWriter[]): Promise<AccountMap> {
  const dated = writers.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const first = new Map(
    dated.flatMap((writer) => (writer.userKey === undefined ? [] : [[writer.userKey, writer]])),
  );
  const accounts = await findAccounts(run, first.keys());
  if (run.dump.files.Users !== undefined) return accounts;
  const unknown = [...first].filter(([key]) => !accounts.has(key));
  const madeUp = unknown.map(([key, { name, at }]) => ({
    key,
    displayName: name ?? `user${key}`,
    createdAt: at,
    about: '',
    hasMore: false,
  }));
  return new Map([...accounts, ...(await createAccounts(run, madeUp, { arePlaceholders: true }))]);
}

/** Makes accounts that nobody can log in to until their password is reset; gives their ids by key. */
export async function createAccounts(
  run: ImportRun,
  users: UserRecord[],
  { arePlaceholders }: { arePlaceholders: boolean },
): Promise<AccountMap> {
  if (users.length === 0) return new Map();
  const usernames = await chooseUsernames(run, users);
  const ids = await nextIds(run, 'account', users.length);
  const abouts = users.map((user) => convertBody(user.about));
  await run.database.query(
    `insert into account (id, username, username_skeleton, display_name, about, about_html, created_at)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])`,
    [
      ids,
      usernames,
      usernames.map(skeleton),
      users.map((user, index) => presentableName(user.displayName) || (usernames[index] ?? '')),
      abouts.map((about) => about.body),
      abouts.map((about) => about.bodyHtml),
      users.map((user) => user.createdAt),
    ],
  );
  await run.database.query(
    `insert into import_user (source_id, source_key, account_id, is_placeholder)
     select $1, key, account_id, $4 from unnest($2::bigint[], $3::bigint[]) as made (key, account_id)`,
    [run.source.id, users.map((user) => user.key), ids, arePlaceholders],
  );
  return new Map(users.map((user, index) => [user.key, ids[index] ?? 0]));
}

/** The name that the source showed; empty if there is none, or if it pretends to speak for the house. */
export function presentableName(displayName: string): string {
  const name = normaliseText(displayName).replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  try {
    return requireDisplayName([...name].slice(0, DISPLAY_NAME.max).join(''), { isTeam: false });
  } catch {
    return '';
  }
}

async function chooseUsernames(run: ImportRun, users: UserRecord[]): Promise<string[]> {
  const candidates = users.map((user) => usernameCandidates(user.displayName, user.key, run.source.id));
  const rows = await run.database.query<{ skeleton: string }>(
    `select username_skeleton as skeleton from account where username_skeleton = any($1)`,
    [candidates.flat().map(skeleton)],
  );
  const taken = new Set(rows.map((row) => row.skeleton));
  return candidates.map((names) => {
    const free = names.find((name) => !taken.has(skeleton(name)));
    if (free === undefined) throw new ConflictError(`No user name is free that resembles ${names[0]}.`);
    taken.add(skeleton(free));
    return free;
  });
}

/** Ids to insert with, so that rows of a batch can refer to each other. */
export async function nextIds(
  run: ImportRun,
  table: 'account' | 'post' | 'comment',
  count: number,
): Promise<number[]> {
  const rows = await run.database.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2::integer)`,
    [table, count],
  );
  return rows.map(({ id }) => id);
}
