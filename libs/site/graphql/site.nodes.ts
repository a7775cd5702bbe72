import { Injectable } from '@nestjs/common';
import { permits } from '#libs/kernel';
import { NodeSources } from '#libs/platform';
import { sitePolicies } from '../application/policies.js';
import { MailQueries } from '../persistence/mail.queries.js';
import { toMail } from './site.types.js';

/** Mails are found by their global id, by those who may list them. */
@Injectable()
export class SiteNodes {
  constructor(sources: NodeSources, mails: MailQueries) {
    sources.register('mail', async (id, { viewer }) => {
      const row = permits(sitePolicies.readMails, viewer, undefined) ? await mails.byId(id) : undefined;
      return row ? toMail(row) : null;
    });
  }
}
