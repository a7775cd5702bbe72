import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { PostStore } from '#libs/forum';
import { ConflictError, NotFoundError, authorise, checkAll } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, RateLimits, brokenConstraint } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { AbilitySources } from '#libs/reputation';
import { requireRemark, requireShortText } from '../domain/flags.js';
import type { FlagReason, FlagVerdict } from '../domain/flags.js';
import { FlagStore, GOOD_FLAGS } from '../persistence/flag.store.js';
import { Audit } from './audit.js';
import { moderationPolicies } from './policies.js';

const FLAGS: RateLimit = { name: 'flag', points: 20, seconds: 3_600 };

/** Reports on posts by members, and what those who moderate say of them. */
@Injectable()
export class Flags {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly store: FlagStore,
    private readonly audit: Audit,
    private readonly limits: RateLimits,
    sources: AbilitySources,
  ) {
    sources.register('FLAGS', GOOD_FLAGS);
  }

  /**
   * Reports a post of somebody else. Gives the number of the report.
   * @throws UserInputError on `remark`; ConflictError if the viewer has reported it before
   */
  async flag(
    viewer: Viewer,
    postId: number,
    { reason, remark }: { reason: FlagReason; remark?: string | null },
  ): Promise<number> {
    const text = requireRemark(reason, remark);
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const post = await this.posts.lock(postId, actor);
      if (post.isDeleted || post.isQuestionDeleted) throw new NotFoundError(`This ${post.kind}`);
      authorise(moderationPolicies.flag, actor, post);
      await this.limits.consume(FLAGS, actor.accountId);
      try {
        return await this.store.add({ postId, flaggerId: actor.accountId, reason, remark: text });
      } catch (error) {
        if (brokenConstraint(error) !== 'flag_once') throw error;
        throw new ConflictError('You have reported this already. You find it among your reports.');
      }
    });
  }

  /**
   * One decision for all reports on a post that wait.
   * @throws UserInputError on `note`; ForbiddenError for one's own post or report; ConflictError that names who was
   *   faster
   */
  async resolve(
    viewer: Viewer,
    postId: number,
    { verdict, note }: { verdict: FlagVerdict; note?: string | null },
  ): Promise<number> {
    const [text] = checkAll(() => requireShortText('note', note));
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(moderationPolicies.readFlags, actor, undefined);
      // Two who decide at once wait for each other here, and so does whoever reports meanwhile.
      const post = await this.posts.lock(postId, actor);
      const flaggers = await this.store.waitingFlaggers(postId);
      if (flaggers.length === 0) throw await this.nothingWaits(postId);
      authorise(moderationPolicies.resolveFlags, actor, { authorId: post.authorId, flaggers });
      const id = await this.store.decide({ postId, verdict, note: text, decidedBy: actor.accountId });
      await this.audit.record({
        actorId: actor.accountId,
        action: `${post.kind}.flags-${verdict === 'HELPFUL' ? 'helpful' : 'declined'}`,
        subjectKind: post.kind,
        subjectId: postId,
        details: { flags: flaggers.length, ...(text && { reason: text }) },
      });
      return id;
    });
  }

  private async nothingWaits(postId: number): Promise<ConflictError> {
    const latest = await this.store.latestDecision(postId);
    if (!latest) return new ConflictError('Nobody has reported this.');
    return new ConflictError(`${latest.name} has decided on these reports already.`, {
      decidedBy: latest.username,
      verdict: latest.verdict,
    });
  }
}
