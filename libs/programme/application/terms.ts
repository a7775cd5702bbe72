import { Inject, Injectable } from '@nestjs/common';
import { Accounts, RoleChanged } from '#libs/accounts';
import { ConflictError, NotFoundError, authorise, isAtLeast, requireActor } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Notices } from '#libs/notifications';
import { Database, DomainEvents } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import { RENEWAL_DAYS } from '../domain/programme.js';
import type { TermEnd } from '../domain/programme.js';
import { ProgrammeStore } from '../persistence/programme.store.js';
import type { OpenTerm } from '../persistence/programme.store.js';
import { SuperuserStandingStore } from '../persistence/standing.store.js';
import { programmePolicies } from './policies.js';
import { ProgrammeRecord } from './programme-record.js';

/** How many one run takes on at most; the next one comes within the hour. */
const AT_ONCE = 500;

/** How long superusers are in, and how it ends: always with thanks, and never in the middle because figures sank. */
@Injectable()
export class Terms {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly ruleSets: RuleSets,
    private readonly store: ProgrammeStore,
    private readonly standings: SuperuserStandingStore,
    private readonly record: ProgrammeRecord,
    @Inject(Notices) private readonly notices: Pick<Notices, 'tellAll'>,
    events: DomainEvents,
  ) {
    events.on(RoleChanged, (change) => this.afterRoleChange(change));
  }

  /**
   * So many months more, from the end of the term on; in its last 30 days. Gives the new end.
   * @throws ConflictError without a term, before that time, and for whoever is below the criteria for longer than the
   *   days of grace, unless staff offer it
   */
  async renew(viewer: Viewer): Promise<void> {
    await this.database.transaction(async () => {
      const { accountId } = requireActor(viewer);
      const term = await this.lock(accountId);
      if (term.isOver) throw new ConflictError('Your term is over. Thank you! Staff can invite you again.');
      if (!term.isEnding) {
        throw new ConflictError(`A term can be renewed in its last ${RENEWAL_DAYS} days.`);
      }
      if (!term.isRenewalOffered && (await this.standings.isBelowForLong(accountId))) {
        throw new ConflictError(
          'You have been below what it takes for a while. Please talk to the staff: they can offer it all the same.',
        );
      }
      const { rules } = await this.ruleSets.now();
      const until = await this.store.renewTerm(term.id, rules.superusers.termMonths);
      await this.record.of('term-renewed', accountId, accountId, { until: until.toISOString() });
    });
  }

  /** By staff, after a talk: whoever is below the criteria may renew all the same. */
  async offerRenewal(viewer: Viewer, accountId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(programmePolicies.manage, actor, undefined);
      const term = await this.lock(accountId);
      if (term.isRenewalOffered) return;
      await this.store.offerRenewal(term.id, actor.accountId);
      await this.record.of('renewal-offered', accountId, actor.accountId);
    });
  }

  /**
   * A superuser is a member again, at once and without a reason; those an admin had made one without a term too.
   * Asked again it changes nothing. @throws ConflictError for who is no superuser
   */
  async stepDown(viewer: Viewer): Promise<void> {
    await this.database.transaction(async () => {
      const { accountId } = requireActor(viewer);
      const person = await this.store.lockPerson(accountId);
      if (!person) throw new NotFoundError('This account');
      if (person.role === 'MEMBER') return;
      if (person.role !== 'SUPERUSER') throw new ConflictError('You are not a superuser.');
      const term = await this.store.openTerm(accountId);
      await this.end({ accountId, term, reason: 'STEPPED_DOWN', viewer });
    });
  }

  /** Ends what is over. Each in a transaction of its own: one that fails holds up none of the others. */
  async endDue(): Promise<void> {
    const failures: unknown[] = [];
    for (const accountId of await this.store.termsOver(AT_ONCE)) {
      const ended = this.database.transaction(async () => {
        await this.store.lockPerson(accountId);
        const term = await this.store.openTerm(accountId);
        // Read again under the lock: it may have been renewed since it was listed.
        if (term?.isOver) await this.end({ accountId, term, reason: 'COMPLETED', viewer: null });
      });
      await ended.catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some terms could not be ended.');
  }

  /** Tells superusers, 30 days ahead and once, that their term ends. */
  async announceEnding(): Promise<void> {
    await this.database.transaction(async () => {
      const ending = await this.store.claimEnding();
      await this.notices.tellAll(
        ending.map(({ id, accountId, endsAt, renewals }) => ({
          accountId,
          kind: 'SUPERUSER_TERM_ENDING' as const,
          key: `superuser-ending:${id}:${renewals}`,
          subject: null,
          data: { until: endsAt },
        })),
      );
    });
  }

  /** The term first: whoever hears of the role would end it for another reason. */
  private async end({
    accountId,
    term,
    reason,
    viewer,
  }: {
    accountId: number;
    term: OpenTerm | undefined;
    reason: Exclude<TermEnd, 'ROLE_CHANGED'>;
    viewer: Viewer | null;
  }): Promise<void> {
    const actor = viewer && (await this.accounts.current(viewer));
    const by = actor?.accountId ?? null;
    if (term) await this.store.endTerm(term.id, reason, by);
    await this.accounts.moveRole(accountId, { from: 'SUPERUSER', to: 'MEMBER' }, actor);
    await this.record.of(reason === 'STEPPED_DOWN' ? 'stepped-down' : 'term-ended', accountId, by);
    await this.notices.tellAll([
      {
        accountId,
        kind: 'SUPERUSER_TERM_ENDED',
        key: `superuser-ended:${term?.id ?? `role-${Date.now()}`}`,
        subject: null,
        data: {},
      },
    ]);
  }

  /**
   * An admin gave somebody another role: their term is over, and an invitation to less than they have is none. In the
   * transaction of that change, which has locked the account.
   */
  private async afterRoleChange({ accountId, to, by }: RoleChanged): Promise<void> {
    const actorId = by?.accountId ?? null;
    const term = await this.store.openTerm(accountId);
    if (term) {
      await this.store.endTerm(term.id, 'ROLE_CHANGED', actorId);
      await this.record.of('term-ended', accountId, actorId, { role: to });
    }
    const invitation = isAtLeast(to, 'SUPERUSER') ? await this.store.openInvitation(accountId) : undefined;
    if (invitation) {
      await this.store.settleInvitation(invitation.id, 'WITHDRAWN', actorId);
      await this.record.of('invitation-withdrawn', accountId, actorId, { role: to });
    }
  }

  private async lock(accountId: number): Promise<OpenTerm> {
    const person = await this.store.lockPerson(accountId);
    if (!person) throw new NotFoundError('This person');
    const term = await this.store.openTerm(accountId);
    if (!term)
      throw new ConflictError('There is no term: it is over, or an admin made them a superuser without one.');
    return term;
  }
}
