import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, authorise, checkAll } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import { Ledger } from '#libs/reputation';
import { MemberSanctioned, SanctionLifted } from '../domain/events.js';
import { requireReason, requireSanctionPoints } from '../domain/flags.js';
import { SanctionStore } from '../persistence/sanction.store.js';
import { Audit } from './audit.js';
import { moderationPolicies } from './policies.js';

const sanctionCause = (id: number): string => `sanction:${id}`;

/** Points that are taken from people for what they did, by whoever keeps order, for a reason that they are told. */
@Injectable()
export class Sanctions {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly store: SanctionStore,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly events: DomainEvents,
  ) {}

  /**
   * @param points 1 to 1,000
   * @throws UserInputError on `points` or `reason`; ForbiddenError for oneself and for people of one's own role or above
   */
  async impose(
    viewer: Viewer,
    accountId: number,
    { points, reason }: { points: number; reason: string },
  ): Promise<number> {
    const [taken, why] = checkAll(
      () => requireSanctionPoints(points),
      () => requireReason(reason),
    );
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(moderationPolicies.sanctionAnybody, actor, undefined);
      const member = await this.store.lockMember(accountId);
      if (!member) throw new NotFoundError('This person');
      authorise(moderationPolicies.sanction, actor, member);
      const id = await this.store.add({ accountId, points: taken, reason: why, by: actor.accountId });
      await this.ledger.award([
        {
          accountId,
          rule: null,
          reason: 'SANCTIONED',
          postId: null,
          cause: sanctionCause(id),
          points: -taken,
        },
      ]);
      await this.record('account.sanctioned', accountId, actor.accountId, { points: -taken, reason: why });
      await this.events.publish(new MemberSanctioned(id, accountId, taken, why));
      return id;
    });
  }

  /** Gives the points back. @throws ConflictError if it was lifted already; UserInputError on `reason` */
  async lift(viewer: Viewer, sanctionId: number, reason: string): Promise<void> {
    const why = requireReason(reason);
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(moderationPolicies.sanctionAnybody, actor, undefined);
      const sanction = await this.store.lock(sanctionId);
      const member = sanction && (await this.store.lockMember(sanction.accountId));
      if (!sanction || !member) throw new NotFoundError('This sanction');
      authorise(moderationPolicies.sanction, actor, member);
      if (sanction.isLifted) throw new ConflictError('This sanction has been lifted already.');
      await this.store.lift(sanctionId, actor.accountId, why);
      await this.ledger.revoke([sanctionCause(sanctionId)], 'SANCTION_LIFTED');
      const { accountId, points } = sanction;
      await this.record('account.sanction-lifted', accountId, actor.accountId, { points, reason: why });
      await this.events.publish(new SanctionLifted(sanctionId, accountId, points));
    });
  }

  private record(
    action: 'account.sanctioned' | 'account.sanction-lifted',
    accountId: number,
    actorId: number,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.audit.record({ actorId, action, subjectKind: 'account', subjectId: accountId, details });
  }
}
