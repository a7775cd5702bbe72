import { Injectable } from '@nestjs/common';
import { permits } from '#libs/kernel';
import { NodeSources } from '#libs/platform';
import { moderationPolicies } from '../application/policies.js';
import { AuditQueries } from '../persistence/audit.queries.js';
import { toAuditRecord } from './audit.types.js';

/** Records are found by their global id, by those who may list them. */
@Injectable()
export class AuditNodes {
  constructor(sources: NodeSources, audit: AuditQueries) {
    sources.register('auditRecord', async (id, { viewer }) => {
      const row = permits(moderationPolicies.readAudit, viewer, undefined) ? await audit.byId(id) : undefined;
      return row ? toAuditRecord(row) : null;
    });
  }
}
