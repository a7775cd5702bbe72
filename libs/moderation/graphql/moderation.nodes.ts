import { Injectable } from '@nestjs/common';
import { isActor, permits } from '#libs/kernel';
import { NodeSources } from '#libs/platform';
import { moderationPolicies } from '../application/policies.js';
import { FlagQueries } from '../persistence/flag.queries.js';
import { FraudCaseQueries } from '../persistence/fraud-case.queries.js';
import { SanctionQueries } from '../persistence/sanction.queries.js';
import { toFlag } from './flag.types.js';
import { toFraudCase } from './fraud.types.js';
import { toSanction } from './sanction.types.js';

/** Reports, sanctions and cases are found by their global ids, by those who may list them. */
@Injectable()
export class ModerationNodes {
  constructor(sources: NodeSources, flags: FlagQueries, sanctions: SanctionQueries, cases: FraudCaseQueries) {
    sources.register('flag', async (id, { viewer }) => {
      const row = isActor(viewer) ? await flags.byId(id) : undefined;
      const isSeen =
        row &&
        (row.flaggerId === viewer.accountId || permits(moderationPolicies.readFlags, viewer, undefined));
      return isSeen ? toFlag(row) : null;
    });
    sources.register('sanction', async (id, { viewer }) => {
      const row = isActor(viewer) ? await sanctions.byId(id) : undefined;
      return row && permits(moderationPolicies.readSanctions, viewer, row) ? toSanction(row) : null;
    });
    sources.register('fraudCase', async (id, { viewer }) => {
      const row = isActor(viewer) ? await cases.byId(id, viewer.accountId) : undefined;
      return row && permits(moderationPolicies.readFraud, viewer, row) ? toFraudCase(row) : null;
    });
  }
}
