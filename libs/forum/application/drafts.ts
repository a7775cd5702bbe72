import { Injectable } from '@nestjs/common';
import { UserInputError, requireActor } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { PostKind } from '../domain/events.js';
import { BODY, tagName } from '../domain/post-rules.js';

const DAYS_KEPT = 180;

export interface DraftContent {
  title?: string | null;
  body: string;
  tags?: string[] | null;
}

export interface Draft {
  kind: PostKind;
  title: string | null;
  body: string;
  tags: string[];
  updatedAt: Date;
}

/** What somebody has typed and not yet sent: one for a new question, one for an answer to each question. */
@Injectable()
export class Drafts {
  constructor(private readonly database: Database) {}

  find(viewer: Viewer, kind: PostKind, questionId: number | null): Promise<Draft | undefined> {
    const { accountId } = requireActor(viewer);
    return this.database.one<Draft>(
      `select kind, title, body, tags, updated_at as "updatedAt" from draft
        where account_id = $1 and kind = $2 and question_id is not distinct from $3`,
      [accountId, kind, questionId],
    );
  }

  /** Keeps a draft as it is; only what could never be sent is refused. @throws UserInputError */
  async save(
    viewer: Viewer,
    kind: PostKind,
    questionId: number | null,
    content: DraftContent,
  ): Promise<void> {
    const { accountId } = requireActor(viewer);
    requirePlace(kind, questionId);
    if (content.body.length > 2 * BODY.max || (content.title?.length ?? 0) > 1_000) {
      throw UserInputError.field(
        'body',
        `A draft takes ${(2 * BODY.max).toLocaleString('en')} characters at most.`,
      );
    }
    await this.database.query(
      `insert into draft (account_id, kind, question_id, title, body, tags)
       select $1, $2, $3, $4, $5, $6 where $3::bigint is null or exists (select from post where id = $3 and kind = 'question')
       on conflict on constraint draft_one_per_place
       do update set title = excluded.title, body = excluded.body, tags = excluded.tags, updated_at = now()`,
      [
        accountId,
        kind,
        questionId,
        clean(content.title),
        clean(content.body),
        (content.tags ?? []).slice(0, 20).map(tagName),
      ],
    );
  }

  async discard(viewer: Viewer, kind: PostKind, questionId: number | null): Promise<void> {
    const { accountId } = requireActor(viewer);
    await this.database.query(
      `delete from draft where account_id = $1 and kind = $2 and question_id is not distinct from $3`,
      [accountId, kind, questionId],
    );
  }

  /** Forgets what nobody has touched for half a year; for the nightly cleaning. */
  async clearForgotten(): Promise<void> {
    await this.database.query(`delete from draft where updated_at < now() - make_interval(days => $1)`, [
      DAYS_KEPT,
    ]);
  }
}

function requirePlace(kind: PostKind, questionId: number | null): void {
  if (kind === 'answer' && questionId === null) {
    throw UserInputError.field('questionId', 'The draft of an answer needs the question that it answers.');
  }
  if (kind === 'question' && questionId !== null) {
    throw UserInputError.field('questionId', 'The draft of a new question belongs to no question.');
  }
}

/** PostgreSQL takes no NUL; anything else stays as it was typed. */
function clean(text: string | null | undefined): string | null {
  return text?.replaceAll('\0', '').toWellFormed() ?? null;
}
