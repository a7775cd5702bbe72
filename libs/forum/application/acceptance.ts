import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { DomainEvents } from '#libs/platform';
import { AcceptanceWithdrawn, AlsoSolvedWithdrawn, AnswerAccepted } from '../domain/events.js';
import { MarkStore } from '../persistence/mark.store.js';
import type { LockedPost } from '../persistence/post.store.js';

/** How an acceptance moves, whoever moves it. Runs in the transaction, and under the locks, of a use case. */
@Injectable()
export class Acceptance {
  constructor(
    private readonly marks: MarkStore,
    private readonly events: DomainEvents,
  ) {}

  /** Takes the acceptance from whichever answer has it and gives it to this one, which has none. */
  async move(answer: LockedPost, by: Actor, isOnBehalf: boolean): Promise<void> {
    await this.clear(answer.questionId);
    if (answer.isAlsoSolved) {
      await this.marks.clearAlsoSolved(answer.id);
      await this.events.publish(new AlsoSolvedWithdrawn(answer));
    }
    await this.marks.accept(answer.id, by.accountId, isOnBehalf);
    await this.events.publish(new AnswerAccepted(answer, answer.askerId, by, answer.isAcceptanceVoid));
  }

  async clear(questionId: number): Promise<void> {
    const earlier = await this.marks.clear('accepted', questionId);
    if (earlier) await this.events.publish(new AcceptanceWithdrawn(earlier));
  }
}
