import type { AuditRecord, Page } from '#lib/model.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

export const moderationRecord = document<{ auditRecords: Page<AuditRecord> }, { after: string | null }>(
  `
query ModerationRecord($after: String) {
  auditRecords(first: 30, after: $after) {
    nodes { id action createdAt subjectKind subjectPath details actor { ...Person } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
);
