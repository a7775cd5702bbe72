import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { GapState, GapStepKind } from '../domain/gap.js';
import type { NeedKind } from '../domain/grouping.js';

export interface GapRow {
  gapId: number;
  title: string;
  words: string[];
  language: string;
  searchesWithoutResults: number;
  searchesWithoutClick: number;
  failedSuggestions: number;
  repeatedQuestions: number;
  needs: number;
  recent: number;
  before: number;
  firstAt: Date;
  lastAt: Date;
  state: GapState;
  reason: string | null;
  stateAt: Date | null;
  assigneeId: number | null;
  articleId: number | null;
  answeredAt: Date | null;
  missedAgainAt: Date | null;
}

export interface GapStepRow {
  gapId: number;
  kind: GapStepKind;
  at: Date;
  accountId: number | null;
  articleId: number | null;
  reason: string | null;
  needs: number | null;
}

export interface GapExampleRow {
  gapId: number;
  kind: NeedKind;
  text: string;
  count: number;
  questionId: number | null;
  lastAt: Date;
}

const COLUMNS = `id as "gapId", title, words, language, searches_without_results as "searchesWithoutResults",
  searches_without_click as "searchesWithoutClick", failed_suggestions as "failedSuggestions",
  repeated_questions as "repeatedQuestions", needs, recent, before, first_at as "firstAt", last_at as "lastAt",
  state, reason, state_at as "stateAt", assignee_id as "assigneeId", article_id as "articleId", answered_at as "answeredAt",
  missed_again_at as "missedAgainAt"`;

const AFTER_EVERYTHING = 2_147_483_647;

@Injectable()
export class GapQueries {
  constructor(private readonly database: Database) {}

  byId(gapId: number): Promise<GapRow | undefined> {
    return this.database.one(`select ${COLUMNS} from knowledge_gap where id = $1`, [gapId]);
  }

  /** Those with one of these states, the most needed first. */
  async page(
    states: readonly GapState[],
    { first, after }: { first: number; after?: string | null },
  ): Promise<Page<GapRow>> {
    const [needs, id] = after ? decodeCursor('gaps', ['number', 'number'], after) : [AFTER_EVERYTHING, 0];
    const rows = await this.database.query<GapRow>(
      `select ${COLUMNS} from knowledge_gap
        where state = any($1) and (needs, id) < ($2::bigint, $3::bigint)
        order by needs desc, id desc limit $4`,
      [states, needs, id, first + 1],
    );
    return pageOf(rows, first);
  }

  /** What became of each gap, in the order in which it happened. */
  steps(gapIds: readonly number[]): Promise<GapStepRow[]> {
    return this.database.query(
      `select gap_id as "gapId", kind, at, account_id as "accountId", article_id as "articleId", reason, needs
         from knowledge_gap_step where gap_id = any($1) order by gap_id, id`,
      [gapIds],
    );
  }

  /** The most frequent first. Of a deleted question the title is left out: it is for nobody's eyes any more. */
  examples(gapIds: readonly number[]): Promise<GapExampleRow[]> {
    return this.database.query(
      `select e.gap_id as "gapId", e.kind, e.text, e.count, e.question_id as "questionId", e.last_at as "lastAt"
         from knowledge_gap_example e left join post q on q.id = e.question_id
        where e.gap_id = any($1) and (e.question_id is null or q.deleted_at is null) order by e.gap_id, e.place`,
      [gapIds],
    );
  }
}
