import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Which tags a question carries. Counts change with the rows, in the same transaction. */
@Injectable()
export class TagStore {
  constructor(private readonly database: Database) {}

  /** Makes the question carry exactly these tags, in this order; creates the ones that are new. */
  async replace(questionId: number, names: readonly string[]): Promise<void> {
    const ids = await this.ensure(names);
    const removed = await this.database.query<{ id: number }>(
      `delete from post_tag where post_id = $1 and not (tag_id = any($2)) returning tag_id as id`,
      [questionId, ids],
    );
    const added = await this.database.query<{ id: number }>(
      `insert into post_tag (post_id, tag_id, position)
       select $1, id, position - 1 from unnest($2::bigint[]) with ordinality as wanted (id, position)
       on conflict (post_id, tag_id) do update set position = excluded.position
       returning tag_id as id, (xmax = 0) as "isNew"`,
      [questionId, ids],
    );
    const isNew = added.filter((row) => (row as unknown as { isNew: boolean }).isNew);
    await this.count(
      new Map([...removed.map(({ id }) => [id, -1] as const), ...isNew.map(({ id }) => [id, 1] as const)]),
    );
  }

  /** Counts a question's tags in (1) or out (-1), as it is restored or deleted. */
  async countQuestion(questionId: number, by: 1 | -1): Promise<void> {
    const rows = await this.database.query<{ id: number }>(
      `select tag_id as id from post_tag where post_id = $1`,
      [questionId],
    );
    await this.count(new Map(rows.map(({ id }) => [id, by])));
  }

  /**
   * The numbers of these tags in the order of their names; creates the ones that are new. Sorted writing keeps two
   * askers from a deadlock.
   */
  async ensure(names: readonly string[]): Promise<number[]> {
    if (names.length === 0) return [];
    await this.database.query(
      `insert into tag (name) select name from unnest($1::text[]) as name order by name on conflict do nothing`,
      [names],
    );
    const rows = await this.database.query<{ id: number; name: string }>(
      `select id, name from tag where name = any($1)`,
      [names],
    );
    const ids = new Map(rows.map((row) => [row.name, row.id]));
    return names.map((name) => ids.get(name)!);
  }

  /** Those of the names that no tag has. */
  async unknown(names: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `select given.name from unnest($1::text[]) with ordinality as given (name, position)
        where not exists (select from tag where tag.name = given.name) order by position`,
      [names],
    );
    return rows.map(({ name }) => name);
  }

  /** Tags in use whose names are like this one, the most alike first. */
  async nearest(name: string, first: number): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `select name from tag where question_count > 0 and similarity(name, $1) > 0.25
        order by similarity(name, $1) desc, question_count desc, id limit $2`,
      [name, first],
    );
    return rows.map((row) => row.name);
  }

  private async count(changes: ReadonlyMap<number, number>): Promise<void> {
    if (changes.size === 0) return;
    const ids = [...changes.keys()].sort((a, b) => a - b);
    await this.database.query(
      `with locked as (select id from tag where id = any($1) order by id for no key update)
       update tag set question_count = question_count + change.by
         from locked join unnest($1::bigint[], $2::int[]) as change (id, by) using (id)
        where tag.id = locked.id`,
      [ids, ids.map((id) => changes.get(id))],
    );
  }
}
