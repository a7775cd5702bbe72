import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { PostRef } from '../domain/events.js';

/** Writes what is said of answers. The question of the answer must be locked. */
@Injectable()
export class MarkStore {
  constructor(private readonly database: Database) {}

  /** Accepts the answer as it is now, by its asker or in their name. */
  async accept(answerId: number, by: number, isOnBehalf: boolean): Promise<void> {
    await this.database.query(
      `update post set accepted_at = now(), accepted_by = $2, accepted_revision = revision, accepted_on_behalf = $3
        where id = $1`,
      [answerId, by, isOnBehalf],
    );
  }

  /** Says it of the answer as it is now. */
  async set(mark: 'official' | 'also_solved', answerId: number, by: number): Promise<void> {
    await this.database.query(
      `update post set ${mark}_at = now(), ${mark}_by = $2, ${mark}_revision = revision where id = $1`,
      [answerId, by],
    );
  }

  /** Takes the mark from whichever answer of the question has it; gives that answer. */
  clear(mark: 'accepted' | 'official', questionId: number): Promise<PostRef | undefined> {
    const besides = mark === 'accepted' ? ', accepted_on_behalf = false' : '';
    return this.database.one(
      `update post set ${mark}_at = null, ${mark}_by = null, ${mark}_revision = null${besides}
        where question_id = $1 and ${mark}_at is not null
       returning id, kind, author_id as "authorId", question_id as "questionId"`,
      [questionId],
    );
  }

  async clearAlsoSolved(answerId: number): Promise<void> {
    await this.database.query(
      `update post set also_solved_at = null, also_solved_by = null, also_solved_revision = null where id = $1`,
      [answerId],
    );
  }

  async countAlsoSolved(questionId: number): Promise<number> {
    const row = await this.database.one<{ count: number }>(
      `select count(*)::int as count from post where question_id = $1 and also_solved_at is not null`,
      [questionId],
    );
    return row?.count ?? 0;
  }

  /** The acceptance that stands, and since when moderators may accept in the name of the asker. */
  async acceptanceOf(
    answerId: number,
    afterDays: number,
  ): Promise<{ isByAsker: boolean; isDue: boolean; dueAt: Date } | undefined> {
    return this.database.one(
      `select coalesce(not accepted.accepted_on_behalf, false) as "isByAsker", due.at as "dueAt",
              due.at <= now() as "isDue"
         from post a
         join post q on q.id = a.question_id
         left join post accepted on accepted.question_id = q.id and accepted.accepted_at is not null
        cross join lateral (select greatest(a.created_at, q.asker_decided_at) + make_interval(days => $2) as at) due
        where a.id = $1`,
      [answerId, afterDays],
    );
  }

  async supersede(
    answerId: number,
    { newerId, by, reason }: { newerId: number; by: number; reason: string | null },
  ): Promise<void> {
    await this.database.query(
      `update post set superseded_by = $2, superseded_at = now(), superseded_marked_by = $3,
                       superseded_revision = revision, superseded_reason = $4
        where id = $1`,
      [answerId, newerId, by, reason],
    );
  }

  async clearSupersession(answerId: number): Promise<void> {
    await this.database.query(
      `update post set superseded_by = null, superseded_at = null, superseded_marked_by = null,
                       superseded_revision = null, superseded_reason = null
        where id = $1`,
      [answerId],
    );
  }
}
