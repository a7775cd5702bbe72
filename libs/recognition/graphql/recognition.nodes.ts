import { Injectable } from '@nestjs/common';
import { NodeSources } from '#libs/platform';
import { BadgeQueries } from '../persistence/badge.queries.js';
import { toBadge } from './badge.types.js';

/** Badges by their global id; they are everybody's to see. */
@Injectable()
export class RecognitionNodes {
  constructor(sources: NodeSources, badges: BadgeQueries) {
    sources.register('badge', async (id) => {
      const [row] = await badges.byIds([id]);
      return row ? toBadge(row) : null;
    });
  }
}
