import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, UserInputError, authorise, isStaff } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Idempotency, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { requireNominationReason } from '../domain/programme.js';
import { ProgrammeStore } from '../persistence/programme.store.js';
import { programmePolicies } from './policies.js';
import { ProgrammeRecord } from './programme-record.js';

const NOMINATIONS: RateLimit = { name: 'superuser-nomination', points: 10, seconds: 86_400 };

/** Members propose others as superusers. Those who are proposed are not told: it is no promise. */
@Injectable()
export class Nominations {
  constructor(
    private readonly accounts: Accounts,
    private readonly store: ProgrammeStore,
    private readonly record: ProgrammeRecord,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Proposes somebody, with a reason for staff to read. Gives the number of the nomination.
   * @throws UserInputError on `reason`, or on `userId` for oneself and for staff; ConflictError for whoever is a
   *   superuser or moderator already, and for the same person within a year
   */
  async nominate(
    viewer: Viewer,
    nomineeId: number,
    { reason: given, clientMutationId }: { reason: string; clientMutationId?: string | null },
  ): Promise<number> {
    const reason = requireNominationReason(given);
    const actor = await this.accounts.current(viewer);
    authorise(programmePolicies.nominate, actor, undefined);
    if (nomineeId === actor.accountId) {
      throw UserInputError.field('userId', 'Nobody nominates themselves. Somebody whom you helped can.');
    }
    await this.limits.consume(NOMINATIONS, actor.accountId);
    const input = { nomineeId, reason, clientMutationId };
    return this.idempotency.once(actor, 'nominateSuperuser', input, async () => {
      // Both in the order of their numbers, as whenever several accounts are locked: two who nominate each other at
      // once come one after the other.
      const people = new Map<number, Awaited<ReturnType<ProgrammeStore['lockPerson']>>>();
      for (const id of [nomineeId, actor.accountId].sort((one, other) => one - other)) {
        people.set(id, await this.store.lockPerson(id));
      }
      // Meanwhile the account may have been erased.
      if (!people.get(actor.accountId)) throw new NotFoundError('This account');
      const nominee = people.get(nomineeId);
      if (!nominee) throw new NotFoundError('This person');
      if (isStaff(nominee.role)) {
        throw UserInputError.field('userId', 'Superusers are customers: staff cannot be nominated.');
      }
      if (nominee.role !== 'MEMBER') {
        throw new ConflictError(
          'They help to look after this place already. Thank you for thinking of them!',
        );
      }
      const id = await this.store.addNomination({ nomineeId, nominatorId: actor.accountId, reason });
      if (id === undefined) {
        throw new ConflictError('You have nominated them within the last year. Staff know.');
      }
      await this.record.of('nominated', nomineeId, actor.accountId);
      return id;
    });
  }
}
