import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { IDLE_SECONDS } from '../domain/intent.js';
import type { IntentEvent } from '../domain/intent.js';

export interface NotedEvent extends IntentEvent {
  intent: string;
  session: string;
  locale: string;
  holdout: boolean;
  at: Date;
}

const SETTLED_AT_ONCE = 2_000;
/** Of this lib's own; two workers that settle at once would count a session twice. */
const SETTLING = 7_600_001;

@Injectable()
export class IntentStore {
  constructor(private readonly database: Database) {}

  /** Adds events in their order. Those for an intent that is settled, or another session's, are left out. */
  async write(events: readonly NotedEvent[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.writeIntents(events);
      await this.database.query(
        `insert into intent_event
           (intent_id, kind, query, hits, subject_kind, subject_id, position, created_at)
         select i.id, e.kind, e.query, e.hits, e.subject_kind, e.subject_id, e.position, e.at
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[], $7::bigint[],
                       $8::smallint[], $9::timestamptz[]) with ordinality
             as e (intent, session, kind, query, hits, subject_kind, subject_id, position, at, n)
           join intent i on i.id = e.intent and i.session = e.session and i.settled_at is null
          order by e.n`,
        [
          events.map(({ intent }) => intent),
          events.map(({ session }) => session),
          events.map(({ kind }) => kind),
          events.map(({ query }) => query),
          events.map(({ hits }) => hits),
          events.map(({ subject }) => subject?.kind ?? null),
          events.map(({ subject }) => subject?.id ?? null),
          events.map(({ position }) => position),
          events.map(({ at }) => at),
        ],
      );
    });
  }

  private async writeIntents(events: readonly NotedEvent[]): Promise<void> {
    // Sorted, so that two processes that write the same intents wait for each other instead of both for ever.
    const intents = [...Map.groupBy(events, ({ intent }) => intent).values()]
      .map((seen) => ({ first: seen[0], last: seen.at(-1) }))
      .filter((seen): seen is { first: NotedEvent; last: NotedEvent } => seen.first !== undefined)
      .sort((a, b) => (a.first.intent < b.first.intent ? -1 : 1));
    await this.database.query(
      `insert into intent as known (id, session, locale, holdout, started_at, last_at)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::boolean[], $5::timestamptz[], $6::timestamptz[])
       on conflict (id) do update set last_at = greatest(known.last_at, excluded.last_at)
         where known.session = excluded.session and known.settled_at is null`,
      [
        intents.map(({ first }) => first.intent),
        intents.map(({ first }) => first.session),
        intents.map(({ first }) => first.locale),
        intents.map(({ first }) => first.holdout),
        intents.map(({ first }) => first.at),
        intents.map(({ last }) => last.at),
      ],
    );
  }

  /**
   * Closes the intents that nothing was added to for half an hour, and adds them to their days, each exactly once.
   * Gives how many there were; there may be more.
   */
  async settle(now = new Date()): Promise<number> {
    return this.database.transaction(async () => {
      await this.database.query(`select pg_advisory_xact_lock(${SETTLING})`);
      const idle = await this.database.query<{ id: string }>(
        `select id from intent
          where settled_at is null and last_at < $1::timestamptz - make_interval(secs => ${IDLE_SECONDS})
          order by last_at, id limit ${SETTLED_AT_ONCE} for update`,
        [now],
      );
      const ids = idle.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await this.database.query(
        // The ids go to the view: asked of the table, it would be worked out for all intents there are.
        `update intent set settled_at = $2,
                outcome = case when s.has_asked then 'ASKED' when s.has_solved then 'SOLVED' else 'ABANDONED' end
           from intent_summary s
          where s.id = any($1) and intent.id = s.id`,
        [ids, now],
      );
      await this.countFirstOfSessions(ids);
      await this.addToDays(ids);
      return ids.length;
    });
  }

  /** The comparison takes each session once: people who come back often must not outweigh the others. */
  private async countFirstOfSessions(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `update intent set is_counted = true
         from (select distinct on (session) id from intent_summary
                where id = any($1) and had_suggestions order by session, started_at, id) first
        where intent.id = first.id
          and not exists (select from intent other where other.session = intent.session and other.is_counted)`,
      [ids],
    );
  }

  private async addToDays(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into intent_day as d (day, holdout, intents, searches, searches_without_results,
                                    searches_without_click, opened, people, asked, solved)
       select day, holdout, count(*), sum(searches), sum(searches_without_results), sum(searches_without_click),
              sum(opened), count(*) filter (where is_counted), count(*) filter (where is_counted and has_asked),
              count(*) filter (where is_counted and has_solved)
         from intent_summary where id = any($1) group by day, holdout
       on conflict (day, holdout) do update
         set intents = d.intents + excluded.intents,
             searches = d.searches + excluded.searches,
             searches_without_results = d.searches_without_results + excluded.searches_without_results,
             searches_without_click = d.searches_without_click + excluded.searches_without_click,
             opened = d.opened + excluded.opened,
             people = d.people + excluded.people,
             asked = d.asked + excluded.asked,
             solved = d.solved + excluded.solved`,
      [ids],
    );
    await this.database.query(
      `insert into intent_subject_day as d (day, subject_kind, subject_id, opened, solved, asked)
       select (started_at at time zone 'UTC')::date, subject_kind, subject_id,
              count(*) filter (where was_opened), count(*) filter (where was_solution),
              count(*) filter (where was_opened and outcome = 'ASKED')
         from (
           select i.started_at, i.outcome, e.subject_kind, e.subject_id,
                  bool_or(e.kind = 'OPENED') as was_opened, bool_or(e.kind = 'SOLVED') as was_solution
             from intent i join intent_event e on e.intent_id = i.id
            where i.id = any($1) and e.kind in ('OPENED', 'SOLVED')
            group by i.id, e.subject_kind, e.subject_id) told
        group by 1, subject_kind, subject_id
       on conflict (subject_kind, subject_id, day) do update
         set opened = d.opened + excluded.opened, solved = d.solved + excluded.solved, asked = d.asked + excluded.asked`,
      [ids],
    );
  }

  /** Deletes the events of days that are over for longer than that; their sums stay. Whole days, so that those that are left can be checked. */
  async forget(retentionDays: number, now = new Date()): Promise<number> {
    const gone = await this.database.query(
      `delete from intent
        where started_at < (date_trunc('day', $1::timestamptz at time zone 'UTC') - make_interval(days => $2))
                             at time zone 'UTC'
        returning id`,
      [now, retentionDays],
    );
    return gone.length;
  }
}
