import { Injectable } from '@nestjs/common';
import { FieldChecks } from '#libs/forum';
import { ConflictError, NotFoundError, UserInputError, globalId } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Audit } from '#libs/moderation';
import { CandidateStore } from '../persistence/candidate.store.js';
import { ProvenanceStore } from '../persistence/provenance.store.js';
import { Curating } from './curating.js';

/** What curators agree on among themselves about candidates: who looks at one, and which ones are not for the FAQ. */
@Injectable()
export class CandidateDesk {
  constructor(
    private readonly curating: Curating,
    private readonly provenance: ProvenanceStore,
    private readonly candidates: CandidateStore,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes a candidate, or renews the hold that the curator has. It runs out by itself.
   * @param options.force also if a colleague holds it
   * @throws ConflictError with the `holder` if a colleague does; or if the answer is no candidate (any more)
   */
  async claim(viewer: Viewer, answerId: number, { force = false } = {}): Promise<void> {
    await this.change(viewer, answerId, async (actor) => {
      await this.requireListed(answerId);
      if (!force) await this.requireFree([answerId], actor.accountId);
      await this.candidates.hold(answerId, actor.accountId);
    });
  }

  /** Gives a hold back; that of somebody else is left alone. */
  async release(viewer: Viewer, answerId: number): Promise<void> {
    await this.change(viewer, answerId, (actor) => this.candidates.release(answerId, actor.accountId));
  }

  /**
   * Takes the answer out of the queue, until it or its question is edited or it is made official.
   * @throws ConflictError as `claim` does; UserInputError on `reason`, which colleagues read
   */
  async decline(
    viewer: Viewer,
    answerId: number,
    { reason, force = false }: { reason: string; force?: boolean },
  ): Promise<void> {
    await this.change(viewer, answerId, async (actor) => {
      await this.requireListed(answerId);
      if (!force) await this.requireFree([answerId], actor.accountId);
      const why = requireReason(reason);
      await this.candidates.decline(answerId, actor.accountId, why);
      await this.record(actor, 'answer.candidate-declined', answerId, { reason: why });
    });
  }

  /** Takes a decline back. Where there is none (any more), nothing changes. */
  async reopen(viewer: Viewer, answerId: number): Promise<void> {
    await this.change(viewer, answerId, async (actor) => {
      const wasDeclined = await this.candidates.undoDecline(answerId);
      if (wasDeclined) await this.record(actor, 'answer.candidate-reopened', answerId, {});
    });
  }

  /**
   * For whoever is about to make an article of these answers, inside their transaction.
   * @throws ConflictError with the `holder` if a colleague works on one of them
   */
  async requireFree(answerIds: readonly number[], accountId: number | null): Promise<void> {
    const [hold] = await this.candidates.holdsOfOthers(answerIds, accountId);
    if (!hold) return;
    const { username, displayName } = hold;
    throw new ConflictError(`${displayName} is working on this candidate.`, {
      holder: { id: globalId('account', hold.accountId), username, displayName },
      answerId: globalId('answer', hold.answerId),
      until: hold.expiresAt.toISOString(),
    });
  }

  /** The lock of the answer puts curators in a row who reach for it at once, and those who make an article of it. */
  private async change(
    viewer: Viewer,
    answerId: number,
    work: (actor: Actor) => Promise<void>,
  ): Promise<void> {
    await this.curating.act(viewer, async (actor) => {
      const [answer] = await this.provenance.lockAnswers([answerId]);
      if (!answer) throw new NotFoundError('This answer');
      await work(actor);
    });
  }

  private async requireListed(answerId: number): Promise<void> {
    if (await this.candidates.isListed(answerId)) return;
    throw new ConflictError('This answer is no candidate for the FAQ (any more).');
  }

  private record(
    actor: Actor,
    action: 'answer.candidate-declined' | 'answer.candidate-reopened',
    answerId: number,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({
      actorId: actor.accountId,
      action,
      subjectKind: 'answer',
      subjectId: answerId,
      details,
    });
  }
}

function requireReason(value: string): string {
  const checks = new FieldChecks();
  const reason = checks.reason(value);
  checks.done();
  if (!reason) throw UserInputError.field('reason', 'Please say in a few words why it is not for the FAQ.');
  return reason;
}
