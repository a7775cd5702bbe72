import { Injectable } from '@nestjs/common';
import { Database, DomainEvents } from '#libs/platform';
import {
  PrivilegeAtRisk,
  PrivilegeGained,
  PrivilegeRegained,
  PrivilegesLost,
} from '../domain/privilege-events.js';
import { PrivilegeStore } from '../persistence/privilege.store.js';

/** Accounts that are written to, and things that are told, in one transaction. */
const AT_ONCE = 200;

/**
 * Keeps what reputation and quality have opened. Doors open in the statement that brings the points (a trigger on the
 * account); they close here only, and late: a privilege is lost below a share of its threshold, or after days of
 * grace below the threshold itself. Nobody loses one sooner because the rules were changed or everything was
 * recomputed.
 */
@Injectable()
export class PrivilegeKeeping {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly store: PrivilegeStore,
  ) {}

  /**
   * After the rules were changed, in the same transaction: whoever has enough by the new ones has the privilege, and
   * for whoever has too little the days of grace begin. Nobody loses anything here.
   */
  async refreshPrivileges(): Promise<void> {
    await this.database.transaction(async () => {
      const lacking = await this.store.lockLacking();
      if (lacking.length > 0) await this.store.open(lacking);
      await this.store.noteRisks();
    });
  }

  /**
   * Tells what was gained, and what is at risk, since the last time. A vote that was under way when rules were saved
   * may have gone by the former ones, so for a while the new ones are applied again.
   */
  async announce(signal?: AbortSignal): Promise<void> {
    if (await this.store.areRulesNew()) await this.refreshPrivileges();
    while ((await this.announceGains()) === AT_ONCE) signal?.throwIfAborted();
    while ((await this.announceRisks()) === AT_ONCE) signal?.throwIfAborted();
  }

  /** Takes away what is due, then says what is at risk. */
  async takeAway(signal?: AbortSignal): Promise<void> {
    await this.refreshPrivileges();
    while ((await this.takeSomeAway()) > 0) signal?.throwIfAborted();
    await this.announce(signal);
  }

  private takeSomeAway(): Promise<number> {
    return this.database.transaction(async () => {
      const losing = await this.store.lockLosing(AT_ONCE);
      if (losing.length === 0) return 0;
      const lost = await this.store.takeAway(losing);
      for (const [accountId, losses] of Map.groupBy(lost, (loss) => loss.accountId)) {
        await this.events.publish(new PrivilegesLost(accountId, losses));
      }
      return losing.length;
    });
  }

  private announceGains(): Promise<number> {
    return this.database.transaction(async () => {
      const gains = await this.store.takeUnannouncedGains(AT_ONCE);
      for (const { accountId, privilege, changeId, isTold, wasLost } of gains) {
        const Gain = wasLost ? PrivilegeRegained : PrivilegeGained;
        if (isTold) await this.events.publish(new Gain(accountId, privilege, changeId));
      }
      return gains.length;
    });
  }

  private announceRisks(): Promise<number> {
    return this.database.transaction(async () => {
      const risks = await this.store.takeUnannouncedRisks(AT_ONCE);
      for (const { accountId, privilege, since, until, reputationNeeded } of risks) {
        await this.events.publish(new PrivilegeAtRisk(accountId, privilege, since, until, reputationNeeded));
      }
      return risks.length;
    });
  }
}
