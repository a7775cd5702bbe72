import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { AuditSubjectKind } from '../application/audit.js';

export interface AuditRow {
  recordId: number;
  actorId: number | null;
  action: string;
  subjectKind: AuditSubjectKind;
  subjectId: number | null;
  /** The post that it was done to, or to a comment on it. */
  postId: number | null;
  details: Record<string, unknown>;
  createdAt: Date;
}

const SELECT = `
  select r.id as "recordId", r.actor_id as "actorId", r.action, r.subject_kind as "subjectKind",
         r.subject_id as "subjectId", r.details, r.created_at as "createdAt",
         case when r.subject_kind in ('question', 'answer') then r.subject_id else c.post_id end as "postId"
    from audit_record r left join comment c on r.subject_kind = 'comment' and c.id = r.subject_id`;

/** How the records are read for screens. */
@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  byId(id: number): Promise<AuditRow | undefined> {
    return this.database.one(`${SELECT} where r.id = $1`, [id]);
  }

  /** The newest first. */
  async newest({ first, after }: { first: number; after?: string | null }): Promise<Page<AuditRow>> {
    const [id] = after ? decodeCursor('audit', ['number'], after) : [null];
    const rows = await this.database.query<AuditRow>(
      `${SELECT} where $1::bigint is null or r.id < $1 order by r.id desc limit $2`,
      [id, first + 1],
    );
    return pageOf(rows, first);
  }
}
