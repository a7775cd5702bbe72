import { Injectable } from '@nestjs/common';
import { DomainEvents } from '#libs/platform';
import { Ledger } from '#libs/reputation';
import { bountyCause } from '../domain/bounty.js';
import type { AwardRule, ReturnReason } from '../domain/bounty.js';
import { BountyAwarded, BountyOffered, BountyReturned } from '../domain/events.js';
import type { BountyRef } from '../domain/events.js';
import { BountyStore } from '../persistence/bounty.store.js';

/**
 * Moves the points of a bounty, each time on both sides at once: out of the offerer's ledger into escrow, and from
 * there to the winner or back. All of it belongs to a transaction that has locked the question and the bounty; at its
 * end the database refuses what does not balance.
 */
@Injectable()
export class Escrow {
  constructor(
    private readonly store: BountyStore,
    private readonly ledger: Ledger,
    private readonly events: DomainEvents,
  ) {}

  async take(bounty: BountyRef): Promise<void> {
    await this.ledger.award([
      {
        accountId: bounty.offeredBy,
        rule: null,
        reason: 'BOUNTY_OFFERED',
        postId: bounty.questionId,
        cause: bountyCause(bounty.id),
        points: -bounty.amount,
      },
    ]);
    await this.events.publish(new BountyOffered(bounty));
  }

  /** @param by null: the rule */
  async give(
    bounty: BountyRef,
    to: { answerId: number; authorId: number },
    rule: AwardRule,
    by: number | null,
  ): Promise<void> {
    const { answerId, authorId } = to;
    await this.store.markAwarded(bounty.id, { answerId, to: authorId, rule, by });
    await this.ledger.award([
      {
        accountId: authorId,
        rule: null,
        reason: 'BOUNTY_WON',
        postId: answerId,
        cause: bountyCause(bounty.id),
        points: bounty.amount,
      },
    ]);
    await this.events.publish(new BountyAwarded(bounty, answerId, authorId, rule));
  }

  /** @param by null: the rule */
  async giveBack(bounty: BountyRef, reason: ReturnReason, by: number | null): Promise<void> {
    await this.store.markReturned(bounty.id, reason, by);
    await this.ledger.revoke([bountyCause(bounty.id)], 'BOUNTY_RETURNED');
    await this.events.publish(new BountyReturned(bounty, reason));
  }
}
