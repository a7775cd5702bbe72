import { Injectable } from '@nestjs/common';
import { permits } from '#libs/kernel';
import { NodeSources } from '#libs/platform';
import { notificationPolicies } from '../application/policies.js';
import { NoticeQueries } from '../persistence/notice.queries.js';
import { toNotice } from './notice.types.js';

/** Notices are found by their global id, by the person who was told. */
@Injectable()
export class NoticeNodes {
  constructor(sources: NodeSources, notices: NoticeQueries) {
    sources.register('notice', async (id, { viewer }) => {
      const row = await notices.byId(id);
      return row && permits(notificationPolicies.readOwn, viewer, row) ? toNotice(row) : null;
    });
  }
}
