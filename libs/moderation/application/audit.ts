import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

export const AUDIT_SUBJECT_KINDS = [
  'account',
  'question',
  'answer',
  'comment',
  'article',
  'site',
  'fraud_case',
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECT_KINDS)[number];

export interface AuditEntry {
  /** Null: the operator at the command line, who has no account. */
  actorId: number | null;
  /** What was done, such as `answer.deleted`: the kind of the subject, then the deed in the past tense. */
  action: `${AuditSubjectKind}.${string}`;
  subjectKind: AuditSubjectKind;
  /** The number of the row; null for the site, of which there is one. */
  subjectId: number | null;
  /** What a reader needs to understand the act later. Never what identifies people: records outlive erasure. */
  details?: Record<string, unknown>;
}

/** The record of every act of moderation and administration. Nobody can change or remove what it holds. */
@Injectable()
export class Audit {
  constructor(private readonly database: Database) {}

  /** Call it in the transaction of the act: neither is then ever there without the other. */
  async record(entry: AuditEntry): Promise<void> {
    const { actorId, action, subjectKind, subjectId, details = {} } = entry;
    await this.database.query(
      `insert into audit_record (actor_id, action, subject_kind, subject_id, details) values ($1, $2, $3, $4, $5)`,
      [actorId, action, subjectKind, subjectId, JSON.stringify(details)],
    );
  }
}
