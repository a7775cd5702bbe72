import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { PostStore, QuestionChanged } from '#libs/forum';
import { ConflictError, NotFoundError, authorise, checkAll } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents, Idempotency, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import { requireAmount, requireNote } from '../domain/bounty.js';
import { BountyStore } from '../persistence/bounty.store.js';
import type { LockedBounty } from '../persistence/bounty.store.js';
import { BountyEligibility } from './eligibility.js';
import { Escrow } from './escrow.js';
import { bountyPolicies } from './policies.js';

/** Offering and withdrawing again leaves lines in the ledger; nobody needs more of them in an hour. */
const OFFERS: RateLimit = { name: 'bounty', points: 20, seconds: 3_600 };

/** What is offered, and what goes with the offer. `amount` is in points of reputation. */
export interface Offer {
  amount: number;
  note?: string | null;
  clientMutationId?: string | null;
}

/** What people do with bounties. */
@Injectable()
export class Bounties {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly ruleSets: RuleSets,
    private readonly store: BountyStore,
    private readonly escrow: Escrow,
    private readonly eligibility: BountyEligibility,
    private readonly events: DomainEvents,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Puts up so many points of one's own for an answer to a question, anybody's. Gives the bounty's number.
   * @throws UserInputError on `amount` (outside of the limits, or more than one has) or `note`; ConflictError while
   *   the question has a bounty
   */
  async offer(viewer: Viewer, questionId: number, offer: Offer): Promise<number> {
    const offerer = await this.accounts.current(viewer);
    await this.limits.consume(OFFERS, offerer.accountId);
    const input = { questionId, ...offer };
    return this.idempotency.once(offerer, 'offerBounty', input, async () => {
      // Anew, and held until it is written: meanwhile the account may have been erased.
      const actor = await this.accounts.current(viewer);
      await this.posts.lockFor(bountyPolicies.offer, questionId, actor, 'question');
      const open = await this.store.openOf(questionId);
      if (open !== null) throw new ConflictError('This question has a bounty already: one at a time.');

      const { rules, version } = await this.ruleSets.now();
      const standing = await this.store.lockStanding(actor.accountId);
      const [note] = checkAll(
        () => requireNote(offer.note),
        () => requireAmount(offer.amount, rules.bounty, standing),
      );
      const { days, graceDays, leastScore } = rules.bounty;
      const terms = { days, graceDays, leastScore, ruleVersion: version };
      const facts = { questionId, offeredBy: actor.accountId, amount: offer.amount };
      const id = await this.store.add({ ...facts, note, ...terms });
      await this.escrow.take({ id, ...facts });
      await this.posts.touch(questionId);
      await this.events.publish(new QuestionChanged(questionId));
      return id;
    });
  }

  /**
   * Its offerer gives it to an answer, at any time until the rule decides. The same award again changes nothing.
   * @throws ConflictError if it was settled otherwise, or the author may not win it
   */
  async award(viewer: Viewer, bountyId: number, answerId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lock(answerId, actor, 'answer');
      if (answer.isDeleted || answer.isQuestionDeleted) throw new NotFoundError('This answer');
      const bounty = await this.lockOwn(bountyId, answer.questionId, actor);
      if (bounty.state === 'AWARDED' && bounty.awardedAnswerId === answerId) return;
      requireOpen(bounty);
      if (bounty.isForRule) {
        throw new ConflictError('The time to award this bounty is over. The rule decides within minutes.');
      }
      const authorId = await this.requireWinner(answer.authorId, bounty);
      await this.escrow.give(bounty, { answerId, authorId }, 'BY_OFFERER', actor.accountId);
      await this.events.publish(new QuestionChanged(bounty.questionId));
    });
  }

  /**
   * Its offerer takes it back, while nobody has answered for it.
   * @throws ConflictError once somebody else answered, or it was settled
   */
  async withdraw(viewer: Viewer, bountyId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const questionId = await this.store.questionOf(bountyId);
      if (questionId === null) throw new NotFoundError('This bounty');
      // Whoever answers takes the same lock, and is before us or after us.
      await this.posts.lock(questionId, actor, 'question');
      const bounty = await this.lockOwn(bountyId, questionId, actor);
      requireOpen(bounty);
      if (await this.store.hasAnswersSince(bountyId)) {
        throw new ConflictError('Somebody has answered since: this bounty can be awarded, not withdrawn.');
      }
      await this.escrow.giveBack(bounty, 'WITHDRAWN', actor.accountId);
      await this.events.publish(new QuestionChanged(questionId));
    });
  }

  private async lockOwn(bountyId: number, questionId: number, actor: Actor): Promise<LockedBounty> {
    const bounty = await this.store.lock(bountyId);
    if (!bounty) throw new NotFoundError('This bounty');
    authorise(bountyPolicies.settle, actor, bounty);
    if (bounty.questionId !== questionId) {
      throw new ConflictError('This bounty was offered for another question.');
    }
    return bounty;
  }

  private async requireWinner(authorId: number | null, bounty: LockedBounty): Promise<number> {
    if (authorId === null) throw new ConflictError('Whoever wrote this answer has left.');
    if (authorId === bounty.offeredBy) {
      throw new ConflictError('Nobody wins their own bounty. Please award an answer by somebody else.');
    }
    const eligible = await this.eligibility.among([authorId]);
    if (!eligible.has(authorId)) {
      throw new ConflictError('Whoever wrote this answer may not win a bounty at the moment.');
    }
    return authorId;
  }
}

function requireOpen({ state }: LockedBounty): void {
  if (state === 'AWARDED') throw new ConflictError('This bounty has been awarded already.');
  if (state === 'RETURNED') throw new ConflictError('This bounty went back to whoever offered it.');
}
