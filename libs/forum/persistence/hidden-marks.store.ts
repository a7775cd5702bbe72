import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { ForumRules } from '../domain/forum-rules.js';

/**
 * Hides posts and shows them again. What was said of an answer is put aside with it, in `marks_when_deleted`, and with it
 * which others it replaced. The post and its question must be locked.
 */
@Injectable()
export class HiddenMarks {
  constructor(private readonly database: Database) {}

  async hide(postId: number, by: number, reason: string | null): Promise<void> {
    await this.database.query(
      `with replaced as (
         select jsonb_agg(jsonb_build_object('id', id, 'at', superseded_at, 'by', superseded_marked_by,
                  'revision', superseded_revision, 'reason', superseded_reason)) as answers
           from post where superseded_by = $1),
       standing as (
         update post set superseded_by = null, superseded_at = null, superseded_marked_by = null,
                         superseded_revision = null, superseded_reason = null
          where superseded_by = $1)
       update post
          set deleted_at = now(), deleted_by = $2, deletion_reason = $3,
              marks_when_deleted = case
                when coalesce(accepted_at, official_at, also_solved_at) is not null or replaced.answers is not null then
                  jsonb_build_object('accepted_at', accepted_at, 'accepted_by', accepted_by,
                    'accepted_revision', accepted_revision, 'accepted_on_behalf', accepted_on_behalf,
                    'official_at', official_at, 'official_by', official_by, 'official_revision', official_revision,
                    'also_solved_at', also_solved_at, 'also_solved_by', also_solved_by,
                    'also_solved_revision', also_solved_revision, 'replaced', replaced.answers) end,
              accepted_at = null, accepted_by = null, accepted_revision = null, accepted_on_behalf = false,
              official_at = null, official_by = null, official_revision = null,
              also_solved_at = null, also_solved_by = null, also_solved_revision = null
         from replaced
        where id = $1`,
      [postId, by, reason],
    );
  }

  /** Gives back what has not moved on: a mark that no other answer has by now, and a place among those that solved it too. */
  async show(postId: number, { alsoSolvedMost }: ForumRules): Promise<void> {
    const row = await this.database.one<{ replaced: object[] | null }>(
      `select marks_when_deleted -> 'replaced' as replaced from post where id = $1`,
      [postId],
    );
    await this.giveMarksBack(postId, alsoSolvedMost);
    if (row?.replaced?.length) await this.replaceAgain(postId, row.replaced);
  }

  private async giveMarksBack(postId: number, alsoSolvedMost: number): Promise<void> {
    await this.database.query(
      `with had as (
         select id, question_id, m.* from post,
                jsonb_to_record(coalesce(marks_when_deleted, '{}')) as m (
                  accepted_at timestamptz, accepted_by bigint, accepted_revision int, accepted_on_behalf boolean,
                  official_at timestamptz, official_by bigint, official_revision int,
                  also_solved_at timestamptz, also_solved_by bigint, also_solved_revision int)
          where id = $1),
       free as (
         select had.id,
                not exists (select from post where question_id = had.question_id and accepted_at is not null) as accepted,
                not exists (select from post where question_id = had.question_id and official_at is not null) as official,
                (select count(*) from post where question_id = had.question_id and also_solved_at is not null) < $2
                  as also_solved
           from had)
       update post p
          set deleted_at = null, deleted_by = null, deletion_reason = null, marks_when_deleted = null,
              accepted_at = case when free.accepted then had.accepted_at end,
              accepted_by = case when free.accepted then had.accepted_by end,
              accepted_revision = case when free.accepted then had.accepted_revision end,
              accepted_on_behalf = free.accepted and had.accepted_at is not null
                                   and coalesce(had.accepted_on_behalf, false),
              official_at = case when free.official then had.official_at end,
              official_by = case when free.official then had.official_by end,
              official_revision = case when free.official then had.official_revision end,
              also_solved_at = case when free.also_solved then had.also_solved_at end,
              also_solved_by = case when free.also_solved then had.also_solved_by end,
              also_solved_revision = case when free.also_solved then had.also_solved_revision end
         from had join free using (id)
        where p.id = had.id`,
      [postId, alsoSolvedMost],
    );
  }

  private async replaceAgain(postId: number, replaced: object[]): Promise<void> {
    await this.database.query(
      `update post older
          set superseded_by = $1, superseded_at = was.at, superseded_marked_by = was.by,
              superseded_revision = was.revision, superseded_reason = was.reason
         from jsonb_to_recordset($2::jsonb) as was (id bigint, at timestamptz, by bigint, revision int, reason text)
        where older.id = was.id and older.superseded_by is null`,
      [postId, JSON.stringify(replaced)],
    );
  }
}
