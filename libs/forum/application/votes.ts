import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, ForbiddenError } from '#libs/kernel';
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

const VALUES = { UP: 1, DOWN: -1, NONE: null } as const;

interface StandingVote {
  id: number;
  value: 1 | -1;
  isVoid: boolean;
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
      const post = await this.posts.lock(postId, actor);
      if (post.authorId === actor.accountId) {
        throw new ForbiddenError('ANOTHER_AUTHOR', 'Nobody votes for what they wrote themselves.');
      }
      this.posts.authorise(POLICIES[value], post, actor);
      await this.limits.consume(VOTES, actor.accountId);
      const standing = await this.standingVote(post, actor);
      const wanted = VALUES[value];
      if ((standing?.value ?? null) === wanted) return;
      if (standing?.isVoid) {
        throw new ConflictError('This vote was found invalid. It stays as it is, and counts for nothing.', {
          reason: 'VOTE_VOID',
        });
      }

      if (standing) await this.withdraw(post, actor, standing);
      if (wanted) await this.insert(post, actor, wanted);
      await this.count(post, standing?.value ?? null, wanted);
      await this.events.publish(new QuestionChanged(post.questionId));
    });
  }

  private standingVote(post: LockedPost, actor: Actor): Promise<StandingVote | undefined> {
    return this.database.one(
      `select id, value, voided_at is not null as "isVoid" from vote where post_id = $1 and voter_id = $2`,
      [post.id, actor.accountId],
    );
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

  private async count(post: LockedPost, before: 1 | -1 | null, after: 1 | -1 | null): Promise<void> {
    const change = (of: 1 | -1) => Number(after === of) - Number(before === of);
    const row = await this.database.one<{ score: number }>(
      `update post set up_count = up_count + $2, down_count = down_count + $3 where id = $1 returning score`,
      [post.id, change(1), change(-1)],
    );
    const turnedAnswered = (row?.score ?? 0) > 0 !== post.score > 0;
    if (post.kind === 'answer' && turnedAnswered) await this.posts.recountAnswers(post.questionId);
  }
}
