import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people look for and whether they find it. Events are kept for the time that is set and then deleted; the days
 * keep only sums. Those grow bit by bit; the views `…_due` say what they must be while the events are still there.
 */
export class Insights1700000760000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createIntents(runner);
    await this.createDays(runner);
    await this.sayWhatDaysHold(runner);
    await this.sayWhatIsNeeded(runner);
    await this.createGaps(runner);
  }

  private async createIntents(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table intent (
        id uuid primary key,
        -- random, made by the browser's cookie; it leads to no account and no address
        session uuid not null,
        -- the language that the pages were read in
        locale text not null,
        -- whether this session is shown no suggestions
        holdout boolean not null,
        started_at timestamptz(3) not null,
        last_at timestamptz(3) not null,
        -- null while more may come; after that nothing is added
        settled_at timestamptz(3),
        outcome text check (outcome in ('ASKED', 'SOLVED', 'ABANDONED')),
        -- whether it stands for its session in the comparison with the holdout
        is_counted boolean not null default false,
        constraint intent_settled_with_outcome check ((settled_at is null) = (outcome is null))
      )`);
    await runner.query(`create unique index intent_counted_once on intent (session) where is_counted`);
    await runner.query(`create index intent_under_way on intent (last_at) where settled_at is null`);
    await runner.query(`create index intent_by_start on intent (started_at)`);
    await runner.query(`
      create table intent_event (
        id bigint generated always as identity primary key,
        intent_id uuid not null references intent (id) on delete cascade,
        kind text not null check (kind in ('SEARCHED', 'SUGGESTED', 'OPENED', 'SOLVED', 'ASKED', 'ABANDONED')),
        query text check (length(query) between 1 and 200),
        hits integer check (hits >= 0),
        subject_kind text check (subject_kind in ('question', 'article')),
        -- no reference: what somebody opened may be gone before the event is
        subject_id bigint,
        position smallint,
        created_at timestamptz(3) not null default now(),
        constraint intent_event_looks_for check ((query is null) = (kind not in ('SEARCHED', 'SUGGESTED'))),
        constraint intent_event_hits check ((query is null) = (hits is null)),
        constraint intent_event_subject check ((subject_kind is null) = (subject_id is null))
      )`);
    await runner.query(`create index intent_event_by_intent on intent_event (intent_id, id)`);
  }

  private async createDays(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table intent_day (
        -- in UTC, when the intents began
        day date not null,
        holdout boolean not null,
        -- the day as a number, by which a repair names it
        id bigint generated always as (day - date '1970-01-01') stored,
        intents integer not null,
        searches integer not null,
        searches_without_results integer not null,
        searches_without_click integer not null,
        opened integer not null,
        -- sessions that began to ask while there was something to suggest, and what became of them
        people integer not null,
        asked integer not null,
        solved integer not null,
        primary key (day, holdout),
        constraint intent_day_adds_up check (asked between 0 and people and solved between 0 and people)
      )`);
    await runner.query(`
      create table intent_subject_day (
        day date not null,
        subject_kind text not null,
        subject_id bigint not null,
        id bigint generated always as (day - date '1970-01-01') stored,
        -- intents in which it was opened; those that it solved; those that opened it and asked all the same
        opened integer not null,
        solved integer not null,
        asked integer not null,
        primary key (subject_kind, subject_id, day)
      )`);
    await runner.query(`create index intent_subject_day_by_day on intent_subject_day (day)`);
  }

  private async sayWhatDaysHold(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view intent_summary as
      select i.id, i.session, i.holdout, i.is_counted, i.settled_at, i.started_at,
             (i.started_at at time zone 'UTC')::date as day,
             coalesce(e.has_asked, false) as has_asked,
             coalesce(e.has_solved, false) as has_solved,
             coalesce(e.had_suggestions, false) as had_suggestions,
             e.searches, e.searches_without_results, e.opened, clickless.count as searches_without_click
        from intent i
       cross join lateral (
         select bool_or(kind = 'ASKED') as has_asked,
                bool_or(kind = 'SOLVED') as has_solved,
                bool_or(kind = 'SUGGESTED' and hits > 0) as had_suggestions,
                -- the same search on a second page, or with a filter, is one
                count(distinct query) filter (where kind = 'SEARCHED') as searches,
                count(distinct query) filter (where kind = 'SEARCHED' and hits = 0) as searches_without_results,
                count(distinct (subject_kind, subject_id)) filter (where kind = 'OPENED') as opened,
                max(id) filter (where kind in ('OPENED', 'SOLVED')) as last_found
           from intent_event where intent_id = i.id) e
       cross join lateral (
         select count(distinct query) from intent_event
          where intent_id = i.id and kind = 'SEARCHED' and hits > 0 and id > coalesce(e.last_found, 0)) clickless`);
    await runner.query(`
      create view intent_day_due as
      select day, holdout, day - date '1970-01-01' as id,
             count(*) as intents,
             sum(searches) as searches,
             sum(searches_without_results) as searches_without_results,
             sum(searches_without_click) as searches_without_click,
             sum(opened) as opened,
             count(*) filter (where is_counted) as people,
             count(*) filter (where is_counted and has_asked) as asked,
             count(*) filter (where is_counted and has_solved) as solved
        from intent_summary where settled_at is not null
       group by day, holdout`);
    await runner.query(`
      create view intent_subject_day_due as
      select day, subject_kind, subject_id, day - date '1970-01-01' as id,
             count(*) filter (where was_opened) as opened,
             count(*) filter (where was_solution) as solved,
             count(*) filter (where was_opened and has_asked) as asked
        from (
          select i.id, (i.started_at at time zone 'UTC')::date as day, e.subject_kind, e.subject_id,
                 i.outcome = 'ASKED' as has_asked,
                 bool_or(e.kind = 'OPENED') as was_opened,
                 bool_or(e.kind = 'SOLVED') as was_solution
            from intent i join intent_event e on e.intent_id = i.id
           where i.settled_at is not null and e.kind in ('OPENED', 'SOLVED')
           group by i.id, e.subject_kind, e.subject_id) told
       group by day, subject_kind, subject_id`);
  }

  /** What was looked for and not found, once for each intent. */
  private async sayWhatIsNeeded(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view intent_need as
      select i.session, i.locale, e.query, e.created_at,
             case when e.hits = 0 then 'SEARCH_WITHOUT_RESULT' else 'SEARCH_WITHOUT_CLICK' end as kind,
             null::bigint as question_id
        from intent i join intent_event e on e.intent_id = i.id
       where i.settled_at is not null and e.kind = 'SEARCHED'
         and (e.hits = 0 or not exists (
               select from intent_event found
                where found.intent_id = e.intent_id and found.id > e.id and found.kind in ('OPENED', 'SOLVED')))
      union all
      -- What was typed last is what was meant. To the holdout nothing was shown that could have failed, unless there was
      -- nothing to show.
      select i.session, i.locale, typed.query, typed.created_at, 'SUGGESTION_FAILED',
             (select subject_id from intent_event asked
               where asked.intent_id = i.id and asked.kind = 'ASKED' order by asked.id desc limit 1)
        from intent i
       cross join lateral (
         select query, hits, created_at from intent_event
          where intent_id = i.id and kind = 'SUGGESTED' order by id desc limit 1) typed
       where i.settled_at is not null and i.outcome = 'ASKED' and (typed.hits = 0 or not i.holdout)`);
  }

  private async createGaps(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table knowledge_gap (
        id bigint generated always as identity primary key,
        -- the stems that searches are compared with; what makes the gap the same one tomorrow
        stems text[] not null unique,
        language text not null,
        -- the words that its searches share, as people write them
        words text[] not null,
        title text not null,
        searches_without_results integer not null default 0,
        searches_without_click integer not null default 0,
        failed_suggestions integer not null default 0,
        repeated_questions integer not null default 0,
        needs integer generated always as
          (searches_without_results + searches_without_click + failed_suggestions + repeated_questions) stored,
        -- of the last fortnight, and of the one before
        recent integer not null default 0,
        before integer not null default 0,
        first_at timestamptz(3) not null,
        last_at timestamptz(3) not null,
        state text not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'DONE', 'DISMISSED')),
        assignee_id bigint references account (id),
        article_id bigint references article (id),
        reason text check (length(reason) between 1 and 300),
        state_at timestamptz(3),
        state_by bigint references account (id),
        constraint knowledge_gap_taken_by check ((state = 'TAKEN') = (assignee_id is not null)),
        constraint knowledge_gap_done_by_article check ((state = 'DONE') = (article_id is not null)),
        constraint knowledge_gap_dismissed_why check (state <> 'DISMISSED' or reason is not null)
      )`);
    await runner.query(`create index knowledge_gap_by_needs on knowledge_gap (state, needs desc, id desc)`);
    await runner.query(
      `create index knowledge_gap_by_article on knowledge_gap (article_id) where article_id is not null`,
    );
    await runner.query(
      `create index knowledge_gap_by_assignee on knowledge_gap (assignee_id) where assignee_id is not null`,
    );
    await runner.query(
      `create index knowledge_gap_by_actor on knowledge_gap (state_by) where state_by is not null`,
    );
    await runner.query(`
      create table knowledge_gap_example (
        gap_id bigint not null references knowledge_gap (id) on delete cascade,
        place smallint not null,
        kind text not null check (kind in
          ('SEARCH_WITHOUT_RESULT', 'SEARCH_WITHOUT_CLICK', 'SUGGESTION_FAILED', 'REPEATED_QUESTION')),
        text text not null,
        count integer not null,
        -- no reference: clients say which question was asked, and may say anything
        question_id bigint,
        last_at timestamptz(3) not null,
        primary key (gap_id, place)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table knowledge_gap_example, knowledge_gap`);
    await runner.query(`drop view intent_need, intent_subject_day_due, intent_day_due, intent_summary`);
    await runner.query(`drop table intent_subject_day, intent_day, intent_event, intent`);
  }
}
