import { ALREADY_THERE, WRITTEN } from '../../report.js';
import { parseUser, type UserRecord } from '../records/others.js';
import { convertBody } from '../text.js';
import { createAccounts, presentableName } from './accounts.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';

/** People keep their name, their text about themselves and the day they came; e-mail addresses are not in dumps. */
export function importUsers(run: ImportRun): Promise<void> {
  return runPass(run, {
    file: 'Users',
    parse: parseUser,
    sizeOf: (user) => user.about.length,
    write: (batch) => writeUsers(run, batch),
  });
}

const NO_NAME = 'Without a name, or with one that is reserved: the user name is shown.';

async function writeUsers(run: ImportRun, batch: Numbered<UserRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('Users');
  const known = await run.database.query<{ key: number; isPlaceholder: boolean }>(
    `select source_key as key, is_placeholder as "isPlaceholder" from import_user
      where source_id = $1 and source_key = any($2)`,
    [run.source.id, batch.map(({ item }) => item.key)],
  );
  const isPlaceholder = new Map(known.map((user) => [user.key, user.isPlaceholder]));
  const fresh: UserRecord[] = [];
  const revealed: UserRecord[] = [];
  for (const { row, item } of batch) {
    const placeholder = isPlaceholder.get(item.key);
    if (placeholder === false) {
      outcomes.set(row, ALREADY_THERE);
      continue;
    }
    // From here on a second row with the same id is one too many.
    isPlaceholder.set(item.key, false);
    (placeholder ? revealed : fresh).push(item);
    outcomes.set(row, WRITTEN);
    if (presentableName(item.displayName) === '') outcomes.remark(row, NO_NAME);
    if (item.hasMore)
      outcomes.remark(row, 'Their place and web address were not kept: people have none here.');
  }
  await createAccounts(run, fresh, { arePlaceholders: false });
  await revealAccounts(run, revealed);
  return outcomes;
}

/** An earlier dump came without its users; this one says who the made-up accounts are. */
async function revealAccounts(run: ImportRun, users: UserRecord[]): Promise<void> {
  if (users.length === 0) return;
  const abouts = users.map((user) => convertBody(user.about));
  await run.database.query(
    `with known as (
       select * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
         as known (key, display_name, about, about_html, created_at)
     ), revealed as (
       update import_user set is_placeholder = false from known
        where source_id = $1 and source_key = key
       returning account_id, key
     )
     update account
        set display_name = coalesce(nullif(known.display_name, ''), account.display_name),
            about = known.about, about_html = known.about_html, created_at = known.created_at
       from revealed join known using (key)
      where account.id = account_id`,
    [
      run.source.id,
      users.map((user) => user.key),
      users.map((user) => presentableName(user.displayName)),
      abouts.map((about) => about.body),
      abouts.map((about) => about.bodyHtml),
      users.map((user) => user.createdAt),
    ],
  );
}
