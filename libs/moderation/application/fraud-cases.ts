import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { VoidedVotes } from '#libs/forum';
import type { ChangedVotes } from '#libs/forum';
import type { Actor, Viewer } from '#libs/kernel';
import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  UserInputError,
  authorise,
  isAtLeast,
  permits,
} from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import { acceptanceCause, alsoSolvedCause, voteCause } from '#libs/reputation';
import { VotesGivenBack, VotesInvalidated } from '../domain/events.js';
import { requireReason } from '../domain/flags.js';
import { FraudCaseStore } from '../persistence/fraud-case.store.js';
import type { LockedCase } from '../persistence/fraud-case.store.js';
import { Audit } from './audit.js';
import { moderationPolicies } from './policies.js';

/** For what is asked before a case is known. */
const ABOUT_NOBODY = { accountIds: [] };

/**
 * What people decide on cases. One proposes what is to be invalid, another confirms it; whoever a case is about does
 * neither. A case is locked before the posts and the accounts that it concerns.
 */
@Injectable()
export class FraudCases {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly cases: FraudCaseStore,
    private readonly voided: VoidedVotes,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Proposes which votes and acceptances of the case are to count no longer. Nothing happens to them yet.
   * @param proposal.answerIds answers whose acceptance is meant; null, as of `voteIds`, for all that the case has
   * @throws UserInputError on `reason`, on `voteIds` for none or others than those of the case; ConflictError that names
   *   who has decided meanwhile
   */
  async propose(
    viewer: Viewer,
    caseId: number,
    {
      voteIds,
      answerIds,
      reason,
    }: { voteIds: readonly number[] | null; answerIds: readonly number[] | null; reason: string },
  ): Promise<void> {
    const why = requireReason(reason);
    await this.decide(viewer, caseId, async (found, actor) => {
      if (found.state !== 'OPEN') throw tooLate(found);
      const known = await this.cases.itemsAmong(caseId, voteIds, answerIds);
      requireChosen(known, voteIds, answerIds);
      await this.cases.propose(caseId, { ...known, by: actor.accountId, reason: why });
      await this.record('invalidation-proposed', caseId, actor, {
        votes: known.voteIds.length,
        acceptances: known.answerIds.length,
        reason: why,
      });
    });
  }

  /**
   * Makes what was proposed invalid: by somebody else than who proposed it. What was withdrawn meanwhile is left out.
   * @throws ConflictError that names who has decided meanwhile; ForbiddenError for one's own proposal
   */
  async confirm(viewer: Viewer, caseId: number): Promise<void> {
    await this.decide(viewer, caseId, async (found, actor) => {
      if (found.state !== 'PROPOSED') throw tooLate(found);
      if (found.proposedBy === actor.accountId) {
        throw new ForbiddenError(
          'SOMEBODY_ELSE',
          'An invalidation needs two people. Somebody else confirms it.',
        );
      }
      const { voteIds, answerIds } = await this.cases.proposed(caseId);
      const { votes, acceptances } = await this.voided.void(caseId, voteIds, answerIds);
      const at = await this.cases.confirm(caseId, actor.accountId);
      const losses = await this.cases.losses(causesOf({ votes, acceptances }));
      await this.record('invalidated', caseId, actor, {
        votes: votes.length,
        acceptances: acceptances.length,
        points: losses.reduce((sum, { points }) => sum + points, 0),
      });
      await this.events.publish(new VotesInvalidated(caseId, at, losses));
    });
  }

  /** Nothing is wrong with it, or nothing can be shown; also instead of confirming. @throws UserInputError on `reason` */
  async dismiss(viewer: Viewer, caseId: number, reason: string): Promise<void> {
    const why = requireReason(reason);
    await this.decide(viewer, caseId, async (found, actor) => {
      if (found.state !== 'OPEN' && found.state !== 'PROPOSED') throw tooLate(found);
      await this.cases.dismiss(caseId, actor.accountId, why);
      await this.record('dismissed', caseId, actor, { reason: why });
    });
  }

  /**
   * Gives everything back as it was: by an ADMIN alone, or by two others, of whom the first only proposes it.
   * @returns whether it is undone, and not only proposed
   */
  async undo(viewer: Viewer, caseId: number, reason: string): Promise<boolean> {
    const why = requireReason(reason);
    return this.decide(viewer, caseId, async (found, actor) => {
      if (found.state === 'UNDONE') throw new ConflictError('This invalidation has been undone already.');
      if (found.state !== 'INVALIDATED') throw new ConflictError('Nothing of this case is invalid.');
      const isByAdmin = isAtLeast(actor.role, 'ADMIN');
      if (!isByAdmin && found.undoProposedBy === null) {
        await this.cases.proposeUndo(caseId, actor.accountId, why);
        await this.record('undoing-proposed', caseId, actor, { reason: why });
        return false;
      }
      if (!isByAdmin && found.undoProposedBy === actor.accountId) {
        throw new ForbiddenError(
          'SOMEBODY_ELSE',
          'Undoing needs two people, or an ADMIN. Somebody else confirms it.',
        );
      }
      const { votes, acceptances } = await this.voided.reinstate(caseId);
      const at = await this.cases.undo(caseId, actor.accountId, { reason: why, isByAdmin });
      const gains = await this.cases.gains(causesOf({ votes, acceptances }));
      await this.record('undone', caseId, actor, {
        votes: votes.length,
        acceptances: acceptances.length,
        reason: why,
      });
      await this.events.publish(new VotesGivenBack(caseId, at, gains));
      return true;
    });
  }

  private decide<T>(
    viewer: Viewer,
    caseId: number,
    decision: (found: LockedCase, actor: Actor) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      // Before the case is looked for: from "forbidden" and "not found" people could count the cases there are.
      authorise(moderationPolicies.decideOnFraud, actor, ABOUT_NOBODY);
      const found = await this.cases.lock(caseId);
      if (!found || !permits(moderationPolicies.decideOnFraud, actor, found)) {
        throw new NotFoundError('This case');
      }
      return decision(found, actor);
    });
  }

  private record(
    deed: string,
    caseId: number,
    actor: Actor,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({
      actorId: actor.accountId,
      action: `fraud_case.${deed}`,
      subjectKind: 'fraud_case',
      subjectId: caseId,
      details,
    });
  }
}

/** What the ledger holds them under. */
function causesOf({ votes, acceptances }: ChangedVotes): string[] {
  return [
    ...votes.map(({ id }) => voteCause(id)),
    ...acceptances.flatMap(({ answer }) => [acceptanceCause(answer.id), alsoSolvedCause(answer.id)]),
  ];
}

function tooLate({ state, proposer, confirmer, dismisser }: LockedCase): ConflictError {
  const who = {
    PROPOSED: proposer,
    INVALIDATED: confirmer,
    UNDONE: confirmer,
    DISMISSED: dismisser,
    OPEN: null,
  }[state];
  const name = who ?? 'Somebody';
  const messages = {
    OPEN: 'Nothing is proposed for this case (any more).',
    PROPOSED: `${name} has proposed what is to be invalid already.`,
    INVALIDATED: `${name} has confirmed the invalidation already.`,
    UNDONE: 'The invalidation has been undone.',
    DISMISSED: `${name} has dismissed this case.`,
  };
  return new ConflictError(messages[state], { state, decidedBy: who });
}

/** @throws UserInputError on `voteIds` */
function requireChosen(
  known: { voteIds: readonly number[]; answerIds: readonly number[] },
  voteIds: readonly number[] | null,
  answerIds: readonly number[] | null,
): void {
  if (known.voteIds.length + known.answerIds.length === 0) {
    throw UserInputError.field('voteIds', 'Please choose what is to be invalid.');
  }
  const isAmiss = (chosen: readonly number[] | null, found: readonly number[]) =>
    chosen !== null && found.length < new Set(chosen).size;
  if (isAmiss(voteIds, known.voteIds) || isAmiss(answerIds, known.answerIds)) {
    throw UserInputError.field('voteIds', 'Some of these votes and acceptances are not of this case.');
  }
}
