import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { globalId } from '#libs/kernel';
import { Node, connectionOf } from '#libs/platform';
import { AUDIT_SUBJECT_KINDS } from '../application/audit.js';
import type { AuditSubjectKind } from '../application/audit.js';
import type { AuditRow } from '../persistence/audit.queries.js';

type SubjectKindName = Uppercase<AuditSubjectKind>;

export const AuditSubjectKindEnum = Object.fromEntries(
  AUDIT_SUBJECT_KINDS.map((kind) => [kind.toUpperCase(), kind.toUpperCase()]),
) as { [Name in SubjectKindName]: Name };
registerEnumType(AuditSubjectKindEnum, {
  name: 'AuditSubjectKind',
  description: 'What an act of moderation or administration was done to.',
  valuesMap: {
    ACCOUNT: { description: 'A person’s account, as when a role changed.' },
    QUESTION: { description: 'A question, as when somebody else edited or deleted it.' },
    ANSWER: { description: 'An answer to a question, as when it was made official.' },
    COMMENT: { description: 'A comment on a post, as when somebody else deleted it.' },
    ARTICLE: { description: 'An article of the FAQ, as when it was published.' },
    FRAUD_CASE: { description: 'Votes or acceptances that looked arranged.' },
    SITE: { description: 'The site itself: its settings, its catalogue, its search rules.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'One act of moderation or administration. Nobody can change or remove it.',
})
export class AuditRecord extends Node {
  /** The row, for field resolvers; not part of the schema. */
  row: AuditRow;

  @Field(() => String, { description: 'What was done, such as `answer.deleted` or `account.role-changed`.' })
  action: string;

  @Field(() => AuditSubjectKindEnum, { description: 'What it was done to.' })
  subjectKind: SubjectKindName;

  @Field(() => String, { description: 'What is needed to understand the act, as a JSON object.' })
  details: string;

  @Field(() => Date, { description: 'When it was done, UTC.' })
  createdAt: Date;
}

export const AuditRecordConnection = connectionOf<AuditRecord>('AuditRecord', () => AuditRecord);

export function toAuditRecord(row: AuditRow): AuditRecord {
  return {
    row,
    id: globalId('auditRecord', row.recordId),
    action: row.action,
    subjectKind: row.subjectKind.toUpperCase() as SubjectKindName,
    details: JSON.stringify(row.details),
    createdAt: row.createdAt,
  };
}
