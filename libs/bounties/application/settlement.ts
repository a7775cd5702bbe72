import { Injectable } from '@nestjs/common';
import { PostDeleted, QuestionChanged } from '#libs/forum';
import { Database, DomainEvents } from '#libs/platform';
import { BountyEnding } from '../domain/events.js';
import { winnerOf } from '../domain/winner.js';
import { BountyStore } from '../persistence/bounty.store.js';
import { BountyEligibility } from './eligibility.js';
import { Escrow } from './escrow.js';

/** How many one run takes on at most; the next one comes in minutes. */
const AT_ONCE = 500;

/** What becomes of bounties without their offerers: the rule after their end, and deleted questions. */
@Injectable()
export class Settlement {
  constructor(
    private readonly database: Database,
    private readonly store: BountyStore,
    private readonly escrow: Escrow,
    private readonly eligibility: BountyEligibility,
    private readonly events: DomainEvents,
  ) {
    events.on(PostDeleted, ({ post, by }) =>
      post.kind === 'question' ? this.returnOf(post.id, by.accountId) : undefined,
    );
  }

  /**
   * Each in a transaction of its own; what another worker or somebody else is busy with is left to the next run. One
   * that fails holds up none of the others, and fails the run at its end.
   */
  async settleDue(): Promise<void> {
    const failures: unknown[] = [];
    for (const { id, questionId } of await this.store.due(AT_ONCE)) {
      const settled = this.database.transaction(async () => {
        if (await this.store.tryLockQuestion(questionId)) await this.settle(id);
      });
      await settled.catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some bounties could not be settled.');
  }

  /** Tells offerers, a day ahead and once, that a bounty of theirs ends. */
  async announceEnding(): Promise<void> {
    await this.database.transaction(async () => {
      for (const { endsAt, ...bounty } of await this.store.claimEnding()) {
        await this.events.publish(new BountyEnding(bounty, endsAt));
      }
    });
  }

  private async settle(id: number): Promise<void> {
    const bounty = await this.store.lock(id);
    // Read again under the locks: somebody else may have settled it since it was listed.
    if (!bounty || bounty.state !== 'OPEN' || !bounty.isForRule) return;
    const contenders = await this.store.contenders(bounty.questionId);
    const eligible = await this.eligibility.among(contenders.map(({ authorId }) => authorId));
    const result = winnerOf(
      bounty,
      contenders.filter(({ authorId }) => eligible.has(authorId)),
    );
    if (result) await this.escrow.give(bounty, result.winner, result.rule, null);
    else await this.escrow.giveBack(bounty, 'NO_ANSWER', null);
    await this.events.publish(new QuestionChanged(bounty.questionId));
  }

  /** Nobody can win what nobody can answer. In the deletion's own transaction, which has locked the question. */
  private async returnOf(questionId: number, by: number): Promise<void> {
    const open = await this.store.openOf(questionId);
    const bounty = open === null ? undefined : await this.store.lock(open);
    if (bounty?.state === 'OPEN') await this.escrow.giveBack(bounty, 'QUESTION_DELETED', by);
  }
}
