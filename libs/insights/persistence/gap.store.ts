import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { GapState, GapStepKind } from '../domain/gap.js';
import type { NeedKind } from '../domain/grouping.js';

export interface FoundGap {
  stems: readonly string[];
  language: string;
  words: readonly string[];
  title: string;
  searchesWithoutResults: number;
  searchesWithoutClick: number;
  failedSuggestions: number;
  repeatedQuestions: number;
  recent: number;
  before: number;
  firstAt: Date;
  lastAt: Date;
  examples: readonly {
    kind: NeedKind;
    text: string;
    count: number;
    questionId: number | null;
    lastAt: Date;
  }[];
}

export interface LockedGap {
  state: GapState;
  assigneeId: number | null;
  assigneeName: string | null;
  /** The article that answers it, is being written for it, or did not answer it well enough. */
  articleId: number | null;
  answeredAt: Date | null;
  missedAgainAt: Date | null;
}

/** A gap as it is recognised from one night to the next. */
export interface KnownGap {
  gapId: number;
  stems: string[];
  language: string;
  /** Since when readers find the article that answers it; null for those that none answers. */
  answeredAt: Date | null;
}

/** What a gap becomes. What is left out is nothing. */
export interface GapChange {
  state: GapState;
  /** Null: the site itself. */
  by: number | null;
  assigneeId?: number | null;
  articleId?: number | null;
  reason?: string | null;
  answeredAt?: Date | null;
  missedAgainAt?: Date | null;
}

export interface GapStep {
  kind: GapStepKind;
  /** Null: the site itself. */
  by: number | null;
  articleId?: number | null;
  reason?: string | null;
  needs?: number | null;
}

/** Two workers that counted at once would write the same new gaps. */
const COUNTING = 7_600_002;

@Injectable()
export class GapStore {
  constructor(private readonly database: Database) {}

  /** Every gap, the oldest first. */
  known(): Promise<KnownGap[]> {
    return this.database.query(
      `select id as "gapId", stems, language, case when state = 'DONE' then answered_at end as "answeredAt"
         from knowledge_gap order by id`,
    );
  }

  /** Writes what was found over what was there. Gaps that nobody wrote for go when nobody needs them any more. */
  async replace(found: readonly FoundGap[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(`select pg_advisory_xact_lock(${COUNTING})`);
      await this.database.query(
        // As text, because arrays of different lengths make no array.
        `delete from knowledge_gap
          where state = 'OPEN' and article_id is null and array_to_string(stems, ' ') <> all($1::text[])`,
        [found.map(({ stems }) => stems.join(' '))],
      );
      await this.database.query(
        `update knowledge_gap set searches_without_results = 0, searches_without_click = 0, failed_suggestions = 0,
                repeated_questions = 0, recent = 0, before = 0`,
      );
      await this.database.query(`delete from knowledge_gap_example`);
      for (const gap of found) await this.write(gap);
    });
  }

  private async write(gap: FoundGap): Promise<void> {
    const row = await this.database.one<{ id: number }>(
      `insert into knowledge_gap
         (stems, language, words, title, searches_without_results, searches_without_click, failed_suggestions,
          repeated_questions, recent, before, first_at, last_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (stems) do update
         set language = excluded.language, words = excluded.words, title = excluded.title,
             searches_without_results = excluded.searches_without_results,
             searches_without_click = excluded.searches_without_click,
             failed_suggestions = excluded.failed_suggestions, repeated_questions = excluded.repeated_questions,
             recent = excluded.recent, before = excluded.before,
             first_at = least(knowledge_gap.first_at, excluded.first_at), last_at = excluded.last_at
       returning id`,
      [
        gap.stems,
        gap.language,
        gap.words,
        gap.title,
        gap.searchesWithoutResults,
        gap.searchesWithoutClick,
        gap.failedSuggestions,
        gap.repeatedQuestions,
        gap.recent,
        gap.before,
        gap.firstAt,
        gap.lastAt,
      ],
    );
    await this.database.query(
      `insert into knowledge_gap_example (gap_id, place, kind, text, count, question_id, last_at)
       select $1, n, kind, text, count, question_id, last_at
         from unnest($2::text[], $3::text[], $4::int[], $5::bigint[], $6::timestamptz[]) with ordinality
           as e (kind, text, count, question_id, last_at, n)`,
      [
        row?.id,
        gap.examples.map(({ kind }) => kind),
        gap.examples.map(({ text }) => text),
        gap.examples.map(({ count }) => count),
        gap.examples.map(({ questionId }) => questionId),
        gap.examples.map(({ lastAt }) => lastAt),
      ],
    );
  }

  /** The gap as it is now, held until the transaction ends. */
  lock(gapId: number): Promise<LockedGap | undefined> {
    return this.database.one(
      `select g.state, g.assignee_id as "assigneeId", a.display_name as "assigneeName", g.article_id as "articleId",
              g.answered_at as "answeredAt", g.missed_again_at as "missedAgainAt"
         from knowledge_gap g left join account a on a.id = g.assignee_id
        where g.id = $1 for no key update of g`,
      [gapId],
    );
  }

  /** Locks the gaps that are somebody's task and wait for this article. */
  async lockWaitingFor(articleId: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from knowledge_gap
        where article_id = $1 and state = 'TAKEN' order by id for no key update`,
      [articleId],
    );
    return rows.map(({ id }) => id);
  }

  async tasksOf(accountId: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `select id from knowledge_gap where assignee_id = $1 order by id`,
      [accountId],
    );
    return rows.map(({ id }) => id);
  }

  /** The article that answered it last. */
  async lastAnswer(gapId: number): Promise<number | null> {
    const row = await this.database.one<{ articleId: number }>(
      `select article_id as "articleId" from knowledge_gap_step
        where gap_id = $1 and kind = 'ANSWERED' order by id desc limit 1`,
      [gapId],
    );
    return row?.articleId ?? null;
  }

  async change(gapId: number, to: GapChange): Promise<void> {
    await this.database.query(
      `update knowledge_gap set state = $2, assignee_id = $3, article_id = $4, reason = $5, answered_at = $6,
              missed_again_at = $7, state_by = $8, state_at = now()
        where id = $1`,
      [
        gapId,
        to.state,
        to.assigneeId ?? null,
        to.articleId ?? null,
        to.reason ?? null,
        to.answeredAt ?? null,
        to.missedAgainAt ?? null,
        to.by,
      ],
    );
  }

  async addStep(gapId: number, { kind, by, articleId, reason, needs }: GapStep): Promise<void> {
    await this.database.query(
      `insert into knowledge_gap_step (gap_id, kind, account_id, article_id, reason, needs)
       values ($1, $2, $3, $4, $5, $6)`,
      [gapId, kind, by, articleId ?? null, reason ?? null, needs ?? null],
    );
  }
}
