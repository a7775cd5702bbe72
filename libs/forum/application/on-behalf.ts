import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import { AcceptedOnBehalf, QuestionChanged, WithdrawnOnBehalf } from '../domain/events.js';
import { FORUM_RULES } from '../domain/forum-rules.js';
import type { ForumRulesSource } from '../domain/forum-rules.js';
import { FieldChecks } from '../domain/post-rules.js';
import { MarkStore } from '../persistence/mark.store.js';
import { PostStore } from '../persistence/post.store.js';
import type { LockedPost } from '../persistence/post.store.js';
import { Acceptance } from './acceptance.js';
import { forumPolicies } from './policies.js';

/**
 * Accepting in the name of askers who do not come back. They are waited for, the reason is on record, and whatever they
 * decide themselves, at any time, stands above it.
 */
@Injectable()
export class OnBehalf {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly posts: PostStore,
    private readonly marks: MarkStore,
    private readonly acceptance: Acceptance,
    private readonly events: DomainEvents,
    @Inject(FORUM_RULES) private readonly rules: ForumRulesSource,
  ) {}

  /**
   * A moderator says in the name of the asker: this solved it. Gives the number of the question.
   * @throws UserInputError on `reason`; ConflictError where the asker has decided, or still has time to (with `from`)
   */
  accept(viewer: Viewer, answerId: number, reasonText: string): Promise<number> {
    return this.act(viewer, answerId, reasonText, async (answer, actor, reason) => {
      if (answer.isAccepted) return;
      await this.requireSilence(answer);
      await this.acceptance.move(answer, actor, true);
      await this.events.publish(new AcceptedOnBehalf(answer, answer.askerId, actor, reason));
      await this.changed(answer.questionId);
    });
  }

  /**
   * Takes such an acceptance back. Gives the number of the question.
   * @throws UserInputError on `reason`; ConflictError for any other acceptance
   */
  unaccept(viewer: Viewer, answerId: number, reasonText: string): Promise<number> {
    return this.act(viewer, answerId, reasonText, async (answer, actor, reason) => {
      if (!answer.isOnBehalf) {
        throw new ConflictError('This answer is not accepted on behalf of the person who asked (any more).');
      }
      await this.acceptance.clear(answer.questionId);
      await this.events.publish(new WithdrawnOnBehalf(answer, answer.askerId, actor, reason));
      await this.changed(answer.questionId);
    });
  }

  private async act(
    viewer: Viewer,
    answerId: number,
    reasonText: string,
    work: (answer: LockedPost, actor: Actor, reason: string) => Promise<void>,
  ): Promise<number> {
    const checks = new FieldChecks();
    const reason = checks.requiredReason(reasonText);
    checks.done();
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      const answer = await this.posts.lockFor(forumPolicies.acceptOnBehalf, answerId, actor, 'answer');
      await work(answer, actor, reason);
      return answer.questionId;
    });
  }

  private async requireSilence(answer: LockedPost): Promise<void> {
    const { onBehalfAfterDays } = await this.rules.now();
    const standing = await this.marks.acceptanceOf(answer.id, onBehalfAfterDays);
    if (standing?.isByAsker) {
      throw new ConflictError('The person who asked has accepted an answer; only they move that.');
    }
    if (!standing?.isDue) {
      throw new ConflictError(
        `The person who asked has ${onBehalfAfterDays} days to accept an answer themselves.`,
        { from: standing?.dueAt.toISOString() },
      );
    }
  }

  private async changed(questionId: number): Promise<void> {
    await this.posts.recountAnswers(questionId);
    await this.posts.touch(questionId);
    await this.events.publish(new QuestionChanged(questionId));
  }
}
