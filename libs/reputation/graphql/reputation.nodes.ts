import { Injectable } from '@nestjs/common';
import { NodeSources } from '#libs/platform';
import { EntryLoader } from './reputation.loaders.js';

/** Entries of the ledger are found by their global id; they are public, the posts that they name may not be. */
@Injectable()
export class ReputationNodes {
  constructor(sources: NodeSources, entries: EntryLoader) {
    sources.register('reputationEntry', (id, context) => entries.load(context, id));
  }
}
