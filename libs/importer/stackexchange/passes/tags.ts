import { ALREADY_THERE, WRITTEN } from '../../report.js';
import { normaliseText } from '#libs/markdown';
import { parseTag, type TagRecord } from '../records/others.js';
import { Outcomes } from './outcomes.js';
import { type ImportRun, type Numbered, runPass } from './run.js';

/** The list of tags. Their use is counted with the questions that carry them. */
export function importTags(run: ImportRun): Promise<void> {
  return runPass(run, { file: 'Tags', parse: parseTag, write: (batch) => writeTags(run, batch) });
}

async function writeTags(run: ImportRun, batch: Numbered<TagRecord>[]): Promise<Outcomes> {
  const outcomes = new Outcomes('Tags');
  const rows = await run.database.query<{ row: number; isUsable: boolean; isNew: boolean }>(
    `with given as (
       select row, lower(name) as name, length(lower(name)) between 1 and 35 as is_usable
         from unnest($1::integer[], $2::text[]) as given (row, name)
     ), made as (
       insert into tag (name) select distinct name from given where is_usable order by name
       on conflict (name) do nothing returning name
     )
     select row, is_usable as "isUsable",
            made.name is not null and row = min(row) over (partition by given.name) as "isNew"
       from given left join made on made.name = given.name`,
    [batch.map(({ row }) => row), batch.map(({ item }) => normaliseText(item.name))],
  );
  for (const { row, isUsable, isNew } of rows) {
    if (isUsable) outcomes.set(row, isNew ? WRITTEN : ALREADY_THERE);
    else outcomes.set(row, { leftOut: 'A tag of more than 35 characters.' });
  }
  return outcomes;
}
