import { Injectable } from '@nestjs/common';
import { AnswerAccepted, AnswerMadeOfficial, PostRestored, VoteCast } from '#libs/forum';
import { DomainEvents, Jobs } from '#libs/platform';
import { AutoPromotion } from '../application/auto-promotion.js';

/** Asks for an article when an answer comes to qualify, in the transaction that makes it so. */
@Injectable()
export class AutomaticArticles {
  constructor(jobs: Jobs, events: DomainEvents, promotion: AutoPromotion) {
    const job = jobs.define<{ answerId: number }>({
      name: 'knowledge.auto-promote',
      actor: 'system',
      run: ({ answerId }) => promotion.run(answerId),
    });
    const consider = async (answerId: number, missing = 0) => {
      if (await promotion.qualifies(answerId, missing)) await job.add({ answerId });
    };
    events.on(AnswerAccepted, ({ answer }) => consider(answer.id));
    events.on(AnswerMadeOfficial, ({ answer }) => consider(answer.id));
    // A vote is counted after it is announced, for two where it was turned round. The job looks again.
    events.on(VoteCast, async ({ post, value }) => {
      if (post.kind === 'answer' && value === 1) await consider(post.id, 2);
    });
    events.on(PostRestored, async ({ shown }) => {
      for (const post of shown) if (post.kind === 'answer') await consider(post.id);
    });
  }
}
