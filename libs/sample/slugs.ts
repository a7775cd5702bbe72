import type { Database } from '#libs/platform';

/** A slug that no article has yet. */
export async function freeSlug(database: Database, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await database.one(`select 1 from article where slug = $1`, [slug]))) return slug;
  }
}
