import { tagName } from '#libs/forum';
import type { Database } from '#libs/platform';
import { parseQuery, type Asked } from '../domain/query.js';
import { writeOperator } from '../domain/operators.js';

/** A piece of a search and what to put in its place. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** A search whose unknown tags are the nearest known ones. */
export interface Retagged {
  asked: Asked;
  replacements: Replacement[];
}

/** Of a name; longer values are no tags, and the database refuses to compare what is much longer. */
const LONGEST_TAG = 35;

/**
 * Tags that were typed, are wanted, and that nobody uses, as the nearest ones that somebody does. What was chosen beside
 * the box stays: no text could say it in another way.
 */
export async function retagged(asked: Asked, database: Database): Promise<Retagged> {
  const { conditions = [] } = asked;
  const wanted = conditions
    .filter(({ field, wanted }) => field === 'tag' && wanted)
    .map(({ value }) => value);
  if (wanted.length === 0) return { asked, replacements: [] };
  const nearest = await nearestTags(wanted, database);
  const replacements = parseQuery(asked.text).conditions.flatMap((typed): Replacement[] => {
    const tag = typed.field === 'tag' && typed.wanted ? nearest.get(tagName(typed.value)) : undefined;
    return tag === undefined
      ? []
      : [{ start: typed.start, end: typed.end, text: writeOperator({ ...typed, value: tag }) }];
  });
  if (replacements.length === 0) return { asked, replacements };
  return {
    asked: {
      ...asked,
      conditions: conditions.map((one) => {
        const tag = one.field === 'tag' && one.wanted ? nearest.get(one.value) : undefined;
        return tag === undefined ? one : { ...one, value: tag };
      }),
    },
    replacements,
  };
}

/** The nearest tags to those that nobody uses; of some as near the most used. */
async function nearestTags(names: readonly string[], database: Database): Promise<Map<string, string>> {
  const asked = names.filter((name) => editsTried(name) > 0 && name.length <= LONGEST_TAG + editsTried(name));
  const rows = await database.query<{ asked: string; name: string }>(
    `select asked.name as asked, near.name
     from unnest($1::text[], $2::integer[]) as asked (name, edits)
     cross join lateral (
       select t.name from tag t
       where levenshtein_less_equal(t.name, asked.name, asked.edits) <= asked.edits
         and exists (select from search_document d where d.tags @> array[t.name] and d.audience = 'public')
       order by levenshtein(t.name, asked.name), t.question_count desc, t.name limit 1
     ) near
     where not exists (select from search_document d where d.tags @> array[asked.name] and d.audience = 'public')`,
    [asked, asked.map(editsTried)],
  );
  return new Map(rows.map((row) => [row.asked, row.name]));
}

/** Letters that changed places are two edits. Nothing is found by an offer that nobody takes, so it may be generous. */
function editsTried(name: string): number {
  if (name.length < 4) return 0;
  return name.length === 4 ? 1 : 2;
}
