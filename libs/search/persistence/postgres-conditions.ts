import { accountNumber, type ConditionField } from '../domain/conditions.js';
import type { Asked } from '../domain/query.js';
import type { Parameters } from './parameters.js';

const LISTS: Partial<Record<ConditionField, string>> = {
  tag: 'd.tags',
  product: 'd.products',
  version: 'd.versions',
};

/**
 * The conditions of a search on `search_document d`, ready to be appended with `and`. Values are always parameters.
 */
export function conditionsSql(
  { conditions = [], except }: Pick<Asked, 'conditions' | 'except'>,
  parameters: Parameters,
): string {
  const all = [`d.audience = 'public'`];
  if (except) all.push(`d.id <> all(${parameters.add(except)})`);
  // Together: one array is looked up in an index, and texts of statements stay few.
  for (const [field, column] of Object.entries(LISTS)) {
    const values = (wanted: boolean) =>
      conditions.filter((one) => one.field === field && one.wanted === wanted).map(({ value }) => value);
    if (values(true).length > 0) all.push(`${column} @> ${parameters.add(values(true))}::text[]`);
    if (values(false).length > 0) all.push(`not ${column} && ${parameters.add(values(false))}::text[]`);
  }
  for (const { field, value, wanted } of conditions) {
    const sql = conditionSql(field, value, parameters);
    if (sql !== undefined) all.push(wanted ? sql : `not (${sql})`);
  }
  return all.join(' and ');
}

function conditionSql(field: ConditionField, value: string, parameters: Parameters): string | undefined {
  if (field === 'kind') return `d.kind = ${parameters.add(value)}`;
  if (field === 'accepted' || field === 'official' || field === 'answered') return `d.${field}`;
  if (field === 'author') return `d.authors @> ${parameters.add([accountNumber(value)])}::bigint[]`;
  if (field !== 'locale') return undefined;
  const locale = parameters.add(value);
  return `(lower(d.locale) = lower(${locale}) or starts_with(lower(d.locale), lower(${locale}) || '-'))`;
}
