import { Injectable } from '@nestjs/common';
import { NotFoundError, UserInputError } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { Database } from '#libs/platform';
import { Curating } from './curating.js';

/** Accepted and official answers that are looked at anew when a version of their product comes out. */
@Injectable()
export class AnswerChecks {
  constructor(
    private readonly database: Database,
    private readonly curating: Curating,
    private readonly audit: Audit,
  ) {}

  /**
   * Says that the answer holds for the version too. Where it does not, what the answer applies to is to be changed.
   * @throws NotFoundError for an answer that is deleted; UserInputError on `versionId`
   */
  async confirm(viewer: Viewer, answerId: number, versionId: number): Promise<void> {
    await this.curating.act(viewer, async (actor) => {
      const answer = await this.database.one(
        `select 1 from post a join post q on q.id = a.question_id
          where a.id = $1 and a.kind = 'answer' and a.deleted_at is null and q.deleted_at is null`,
        [answerId],
      );
      if (!answer) throw new NotFoundError('This answer');
      const version = await this.database.one<{ name: string }>(
        `select v.name from product_version v
           join post_applicability pa on pa.product_id = v.product_id
           join post a on a.id = $2 and pa.post_id in (a.id, a.question_id)
          where v.id = $1`,
        [versionId, answerId],
      );
      if (!version) {
        throw UserInputError.field(
          'versionId',
          'Please choose a version of the product that the answer is about.',
        );
      }
      await this.database.query(
        `insert into answer_version_check (answer_id, version_id, checked_by) values ($1, $2, $3)
         on conflict (answer_id) do update
            set version_id = excluded.version_id, checked_by = excluded.checked_by, checked_at = now()`,
        [answerId, versionId, actor.accountId],
      );
      await this.audit.record({
        actorId: actor.accountId,
        action: 'answer.confirmed-for-version',
        subjectKind: 'answer',
        subjectId: answerId,
        details: { version: version.name },
      });
    });
  }
}
