import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { GapState } from '../domain/gap.js';
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
}

/** Two workers that counted at once would write the same new gaps. */
const COUNTING = 7_600_002;

@Injectable()
export class GapStore {
  constructor(private readonly database: Database) {}

  /** The stems of every gap, the oldest first. */
  async known(): Promise<string[][]> {
    const rows = await this.database.query<{ stems: string[] }>(
      `select stems from knowledge_gap order by id`,
    );
    return rows.map(({ stems }) => stems);
  }

  /** Writes what was found over what was there. Gaps that nobody worked on go when nobody needs them any more. */
  async replace(found: readonly FoundGap[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(`select pg_advisory_xact_lock(${COUNTING})`);
      await this.database.query(
        // As text, because arrays of different lengths make no array.
        `delete from knowledge_gap where state = 'OPEN' and array_to_string(stems, ' ') <> all($1::text[])`,
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
      `select g.state, g.assignee_id as "assigneeId", a.display_name as "assigneeName"
         from knowledge_gap g left join account a on a.id = g.assignee_id
        where g.id = $1 for no key update of g`,
      [gapId],
    );
  }

  async setState(
    gapId: number,
    state: GapState,
    {
      by,
      assigneeId = null,
      articleId = null,
      reason = null,
    }: { by: number; assigneeId?: number | null; articleId?: number | null; reason?: string | null },
  ): Promise<void> {
    await this.database.query(
      `update knowledge_gap set state = $2, assignee_id = $3, article_id = $4, reason = $5, state_by = $6,
              state_at = now()
        where id = $1`,
      [gapId, state, assigneeId, articleId, reason, by],
    );
  }
}
