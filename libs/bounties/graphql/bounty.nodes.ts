import { Injectable } from '@nestjs/common';
import { PostLoader } from '#libs/forum';
import { NodeSources } from '#libs/platform';
import { BountyQueries } from '../persistence/bounty.queries.js';
import { toBounty } from './bounty.types.js';

/** Bounties are found by their global id, by whoever may see the question. */
@Injectable()
export class BountyNodes {
  constructor(sources: NodeSources, queries: BountyQueries, posts: PostLoader) {
    sources.register('bounty', async (id, context) => {
      const [row] = await queries.byIds([id]);
      const question = row && (await posts.question(context, row.questionId));
      return row && question ? toBounty(row) : null;
    });
  }
}
