import { normaliseText } from '#libs/markdown';
import { ALREADY_THERE, WRITTEN } from '../../report.js';
import { type BadgeRecord, parseBadge } from '../records/others.js';
import { findAccounts } from './accounts.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';

/** Badges keep the name that they had; those that were awarded several times are counted. */
export function importBadges(run: ImportRun): Promise<void> {
  return runPass(run, { file: 'Badges', parse: parseBadge, write: (batch) => writeBadges(run, batch) });
}

async function writeBadges(run: ImportRun, batch: Numbered<BadgeRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('Badges');
  const accounts = await findAccounts(
    run,
    batch.map(({ item }) => item.userKey),
  );
  const awarded = batch.flatMap(({ row, item }) => {
    const accountId = accounts.get(item.userKey);
    if (accountId != null) return [{ row, item, accountId }];
    outcomes.set(row, { leftOut: 'A badge of somebody who is not in the dump, or not here any more.' });
    return [];
  });
  const rows = await run.database.query<{ key: number }>(
    `insert into import_badge (source_id, source_key)
     select $1, key from unnest($2::bigint[]) as key
     on conflict do nothing returning source_key as key`,
    [run.source.id, awarded.map(({ item }) => item.key)],
  );
  const isNew = new Set(rows.map(({ key }) => key));
  const fresh = awarded.filter(({ row, item }) => {
    const isFirst = isNew.delete(item.key);
    outcomes.set(row, isFirst ? WRITTEN : ALREADY_THERE);
    return isFirst;
  });
  await run.database.query(
    `insert into badge_award (account_id, name, awarded_at, count)
     select account_id, name, max(awarded_at), count(*)
       from unnest($1::bigint[], $2::text[], $3::timestamptz[]) as fresh (account_id, name, awarded_at)
      group by account_id, name order by account_id, name
     on conflict (account_id, name) do update
        set awarded_at = greatest(badge_award.awarded_at, excluded.awarded_at),
            count = badge_award.count + excluded.count`,
    [
      fresh.map(({ accountId }) => accountId),
      fresh.map(({ item }) => normaliseText(item.name)),
      fresh.map(({ item }) => item.awardedAt),
    ],
  );
  return outcomes;
}
