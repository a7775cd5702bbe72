import { globalId } from '#libs/kernel';
import type { Database } from '#libs/platform';
import type { SearchKind } from '../domain/document.js';

/** An index that has a dirty set of its own. While an index is rebuilt, the new one beside it has one too. */
export type TargetName = 'postgres' | 'meilisearch' | 'postgres_next' | 'meilisearch_next';

export interface DirtyRow {
  kind: SearchKind;
  id: number;
  rev: number;
  attempts: number;
}

/** After this many halvings a batch of a thousand is a single thing. */
const ALONE_AFTER = 10;
const MOST_AT_ONCE = 1_000;
/** Less than a minute: whatever was refused because of a fault of the engine is to be in soon after it is mended. */
const SET_ASIDE_FOR = '45 seconds';

/**
 * Notes, inside the caller's transaction, that things have to be read again by all indexes. Changes of posts, tags
 * and articles note themselves (triggers of the search migration); this is for everything else.
 */
export async function markDirty(database: Database, kind: SearchKind, ids: readonly number[]): Promise<void> {
  await database.query('select mark_search_dirty($1, $2)', [kind, ids]);
}

/** A site where everything is voted on all day still does not write more than this at a time. */
const MOST_REORDERED = 2_000;

/**
 * Marks what is sorted in the wrong place because of single votes, or of activity that changes no text. Each of them
 * would not be worth a new document; gathered for some minutes they are. Gives how many things were marked.
 */
export async function markOutdatedOrder(database: Database): Promise<number> {
  const row = await database.one<{ count: number }>(
    `with outdated as (
       select p.id from search_document d join post p on p.id = d.number
       where d.kind = 'question' and (d.score <> p.score or d.active_at < p.last_activity_at)
       limit ${MOST_REORDERED}
     ), marked as (
       select mark_search_dirty('question', ids) from (select array_agg(id) as ids from outdated) gathered
       where ids is not null
     )
     select count(*) as count from outdated, (select count(*) from marked) done`,
  );
  return row?.count ?? 0;
}

/** What one index does not know yet. */
export class DirtySet {
  constructor(
    private readonly database: Database,
    readonly target: TargetName,
  ) {}

  /** The revision of the newest change that is due; undefined when nothing is. */
  async newest(): Promise<number | undefined> {
    const row = await this.database.one<{ newest: number | null }>(
      'select max(rev) as newest from search_dirty where target = $1 and next_at <= now()',
      [this.target],
    );
    return row?.newest ?? undefined;
  }

  /**
   * The next things to bring in, oldest change first. Things that failed together come in ever smaller batches, so
   * that a bad one ends up alone and the others pass.
   *
   * @param after only rows that changed after this revision: what was taken before is still on its way
   * @param upTo and not after this one, so that a round ends though people go on writing
   */
  take(after: number, upTo: number): Promise<DirtyRow[]> {
    return this.database.query<DirtyRow>(
      `with due as (
         select kind, id, rev, attempts from search_dirty
         where target = $1 and next_at <= now() and rev > $2 and rev <= $3
       ), turn as (
         select min(attempts)::integer as attempts from due
       )
       select due.kind, due.id, due.rev, due.attempts from due, turn
       where due.attempts = turn.attempts
       order by due.rev
       limit (select greatest(1, ${MOST_AT_ONCE} >> attempts) from turn)`,
      [this.target, after, upTo],
    );
  }

  /**
   * Forgets what was brought in and has not changed since. Rows that a transaction is marking right now are passed
   * over: they have changed, and waiting for them could end in a deadlock.
   */
  async clear(rows: readonly DirtyRow[]): Promise<void> {
    await this.database.query(
      `with done as (
         select d.target, d.kind, d.id from search_dirty d
         join unnest($2::text[], $3::bigint[], $4::bigint[]) as taken (kind, id, rev)
           on d.target = $1 and d.kind = taken.kind and d.id = taken.id and d.rev = taken.rev
         for update of d skip locked
       )
       delete from search_dirty d using done
       where d.target = done.target and d.kind = done.kind and d.id = done.id`,
      [this.target, ...columnsOf(rows)],
    );
  }

  /** Notes that the index would not have these together. One that is refused alone is set aside for a while. */
  async refused(rows: readonly DirtyRow[], reason: string): Promise<void> {
    await this.database.query(
      `update search_dirty d
       set attempts = least(d.attempts + 1, 30),
           last_error = left($5, 1000),
           next_at = case when $6 then now() + interval '${SET_ASIDE_FOR}' else now() end
       from unnest($2::text[], $3::bigint[], $4::bigint[]) as taken (kind, id, rev)
       where d.target = $1 and d.kind = taken.kind and d.id = taken.id and d.rev = taken.rev`,
      [this.target, ...columnsOf(rows), reason, rows.length === 1],
    );
  }

  /** How many things wait, how long the longest has waited in seconds, and how many were refused by the index. */
  async backlog(): Promise<{ dirty: number; lagSeconds: number; setAside: number }> {
    const [row] = await this.database.query<{ dirty: number; lag: number; set_aside: number }>(
      `select count(*)::integer as dirty,
              coalesce(extract(epoch from clock_timestamp() - min(marked_at) filter (where attempts < ${ALONE_AFTER})),
                       0)::float8 as lag,
              (count(*) filter (where next_at > now() and last_error is not null))::integer as set_aside
       from search_dirty where target = $1`,
      [this.target],
    );
    return { dirty: row?.dirty ?? 0, lagSeconds: Math.max(0, row?.lag ?? 0), setAside: row?.set_aside ?? 0 };
  }

  /** How many things wait, counted no further than `most`. */
  async countUpTo(most: number): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      'select count(*) as count from (select from search_dirty where target = $1 limit $2) waiting',
      [this.target, most],
    );
    return row?.count ?? 0;
  }

  /** The global ids of everything that the index does not know yet. */
  async ids(): Promise<Set<string>> {
    const rows = await this.database.query<{ kind: SearchKind; id: number }>(
      'select kind, id from search_dirty where target = $1',
      [this.target],
    );
    return new Set(rows.map(({ kind, id }) => globalId(kind, id)));
  }

  /** From now on every change is noted for this index too, or no longer. */
  async register(): Promise<void> {
    await this.database.query(`insert into search_target (name) values ($1) on conflict do nothing`, [
      this.target,
    ]);
  }

  async unregister(): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('delete from search_target where name = $1', [this.target]);
      await this.database.query('delete from search_dirty where target = $1', [this.target]);
    });
  }

  /** Whether the index was built whole at some time, so that it may answer. */
  async isReady(): Promise<boolean> {
    const row = await this.database.one<{ ready: boolean }>(
      'select ready from search_target where name = $1',
      [this.target],
    );
    return row?.ready ?? false;
  }

  /** When it was last compared with the database; null for an index that is not kept. */
  async sweptAt(): Promise<Date | null> {
    const row = await this.database.one<{ swept_at: Date }>(
      'select swept_at from search_target where name = $1',
      [this.target],
    );
    return row?.swept_at ?? null;
  }

  /** Claims the nightly comparison; false if it was made within the last 20 hours, by whichever process. */
  async claimSweep(): Promise<boolean> {
    const row = await this.database.one(
      `update search_target set swept_at = now()
       where name = $1 and swept_at < now() - interval '20 hours' returning 1 as claimed`,
      [this.target],
    );
    return row !== undefined;
  }

  async declareReady(ready = true): Promise<void> {
    await this.database.query('update search_target set ready = $2 where name = $1', [this.target, ready]);
  }

  /**
   * Leaves what waits here to another index, whose place this one takes. What the other one was waiting for is in this
   * one already, or waits here too.
   */
  async handOverTo(target: TargetName): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('delete from search_dirty where target = $1', [target]);
      await this.database.query(
        `insert into search_dirty (target, kind, id, marked_at)
           select $2, kind, id, marked_at from search_dirty where target = $1
         on conflict (target, kind, id) do update set rev = nextval('search_rev'), attempts = 0, next_at = now()`,
        [this.target, target],
      );
    });
  }

  /** Marks things for this index alone. */
  async mark(kind: SearchKind, ids: readonly number[]): Promise<void> {
    await this.database.query(
      `insert into search_dirty (target, kind, id) select $1, $2, unnest($3::bigint[])
       on conflict (target, kind, id) do update set rev = nextval('search_rev'), next_at = now()`,
      [this.target, kind, ids],
    );
  }
}

function columnsOf(rows: readonly DirtyRow[]): [string[], number[], number[]] {
  return [rows.map(({ kind }) => kind), rows.map(({ id }) => id), rows.map(({ rev }) => rev)];
}
