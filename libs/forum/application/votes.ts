import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { QuestionChanged, VoteCast, VoteWithdrawn } from '../domain/events.js';
import { PostStore } from '../persistence/post.store.js';
import type { LockedPost } from '../persistence/post.store.js';
import { forumPolicies } from './policies.js';

export type VoteValue = 'UP' | 'DOWN' | 'NONE';

const VOTES: RateLimit = { name: 'vote', points: 120, seconds: 3_600 };
const POLICIES = {
  UP: forumPolicies.voteUp,
  DOWN: forumPolicies.voteDown,
  NONE: forumPolicies.withdrawVote,
};

interface StandingVote {
  id: number;
  value: 1 | -1;
}

/** Votes on posts. One person has at most one vote on a post; casting it again changes nothing. */
@Injectable()
export class Votes {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly events: DomainEvents,
    private readonly limits: RateLimits,
  ) {}

  async cast(viewer: Viewer, postId: number, value: VoteValue): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const post = await this.posts.lockFor(POLICIES[value], postId, actor);
      await this.limits.consume(VOTES, actor.accountId);
      const standing = await this.standingVote(post, actor);
      const wanted = value === 'NONE' ? null : value === 'UP' ? 1 : -1;
      if ((standing?.value ?? null) === wanted) return;

      if (standing) await this.withdraw(post, actor, standing);
      if (wanted) await this.insert(post, actor, wanted);
      await this.count(
        post,
        (wanted === 1 ? 1 : 0) - (standing?.value === 1 ? 1 : 0),
        (wanted === -1 ? 1 : 0) - (standing?.value === -1 ? 1 : 0),
      );
      await this.events.publish(new QuestionChanged(post.questionId));
    });
  }

  private standingVote(post: LockedPost, actor: Actor): Promise<StandingVote | undefined> {
    return this.database.one(`select id, value from vote where post_id = $1 and voter_id = $2`, [
      post.id,
      actor.accountId,
    ]);
  }

  private async withdraw(post: LockedPost, actor: Actor, vote: StandingVote): Promise<void> {
    await this.database.query(`delete from vote where id = $1`, [vote.id]);
    await this.events.publish(new VoteWithdrawn(post, actor.accountId, vote.id));
  }

  private async insert(post: LockedPost, actor: Actor, value: 1 | -1): Promise<void> {
    const row = await this.database.one<{ id: number }>(
      `insert into vote (post_id, voter_id, value) values ($1, $2, $3) returning id`,
      [post.id, actor.accountId, value],
    );
    if (!row) throw new Error('the vote was not written');
    await this.events.publish(new VoteCast(post, actor.accountId, value, row.id));
  }

  private async count(post: LockedPost, up: number, down: number): Promise<void> {
    const row = await this.database.one<{ score: number }>(
      `update post set up_count = up_count + $2, down_count = down_count + $3 where id = $1 returning score`,
      [post.id, up, down],
    );
    const turnedAnswered = (row?.score ?? 0) > 0 !== post.score > 0;
    if (post.kind === 'answer' && turnedAnswered) await this.posts.recountAnswers(post.questionId);
  }
}
