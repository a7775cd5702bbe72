import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, NotFoundError, UserInputError, authorise, isStaff, requireActor } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Notices } from '#libs/notifications';
import { Database } from '#libs/platform';
import { RuleSets } from '#libs/reputation';
import { SANCTION_DAYS, requireMessage } from '../domain/programme.js';
import { ProgrammeStore } from '../persistence/programme.store.js';
import type { LockedPerson, OpenInvitation } from '../persistence/programme.store.js';
import { programmePolicies } from './policies.js';
import { ProgrammeRecord } from './programme-record.js';

/** How many one run takes on at most; the next one comes within the hour. */
const AT_ONCE = 500;

/** Staff invite, and whoever is invited accepts or declines. Nobody becomes a superuser without having said yes. */
@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly ruleSets: RuleSets,
    private readonly store: ProgrammeStore,
    private readonly record: ProgrammeRecord,
    @Inject(Notices) private readonly notices: Pick<Notices, 'tellAll'>,
  ) {}

  /**
   * Invites a member, who can accept for so many days as the rules say. Staff may invite whom they like: the criteria
   * suggest, they do not decide.
   * @throws UserInputError on `message`, or on `userId` for oneself and for staff; ConflictError for whoever is invited
   *   already, is a superuser or moderator, or was sanctioned within 30 days
   */
  async invite(viewer: Viewer, accountId: number, given: { message?: string | null }): Promise<void> {
    const message = requireMessage(given.message);
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(programmePolicies.manage, actor, undefined);
      const person = await this.lock(accountId);
      refuseToInvite(person);
      const before = await this.store.openInvitation(accountId);
      if (before && !before.isExpired) {
        throw new ConflictError('They are invited already. One invitation at a time.');
      }
      if (before) await this.expire(before);
      const { rules, version } = await this.ruleSets.now();
      const { invitationDays: days, termMonths } = rules.superusers;
      const terms = { message, days, termMonths, ruleVersion: version };
      const { id, expiresAt } = await this.store.addInvitation({
        accountId,
        invitedBy: actor.accountId,
        ...terms,
      });
      await this.record.of('invited', accountId, actor.accountId);
      await this.notices.tellAll([
        {
          accountId,
          kind: 'SUPERUSER_INVITED',
          key: `superuser-invited:${id}`,
          subject: null,
          data: { until: expiresAt },
        },
      ]);
    });
  }

  /** By staff, before it is answered. Withdrawn again changes nothing. @throws ConflictError if there is none */
  async withdraw(viewer: Viewer, accountId: number): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(programmePolicies.manage, actor, undefined);
      await this.lock(accountId);
      const invitation = await this.store.openInvitation(accountId);
      if (!invitation) {
        throw new ConflictError('No invitation is open: it was answered, withdrawn, or has run out.');
      }
      await this.store.settleInvitation(invitation.id, 'WITHDRAWN', actor.accountId);
      await this.record.of('invitation-withdrawn', accountId, actor.accountId);
    });
  }

  /**
   * Whoever was invited becomes a superuser, in the same transaction. Accepted again changes nothing.
   * @throws ConflictError if no invitation is open (any more), or after a sanction
   */
  async accept(viewer: Viewer): Promise<void> {
    await this.database.transaction(async () => {
      const { accountId } = requireActor(viewer);
      const person = await this.lock(accountId);
      const invitation = await this.store.openInvitation(accountId);
      if (!invitation) {
        if (await this.store.openTerm(accountId)) return;
        throw new ConflictError('No invitation is open: it was withdrawn, answered, or has run out.');
      }
      requireInTime(invitation);
      if (person.isSanctioned) {
        throw new ConflictError(
          `There was a sanction within the last ${SANCTION_DAYS} days. Please talk to the staff of this place.`,
        );
      }
      const actor = await this.accounts.current(viewer);
      await this.store.settleInvitation(invitation.id, 'ACCEPTED', accountId);
      // Before the term: whoever hears of the new role ends terms that it does not belong to.
      if (!(await this.accounts.moveRole(accountId, { from: 'MEMBER', to: 'SUPERUSER' }, actor))) {
        throw new ConflictError('You help to look after this place already.');
      }
      const endsAt = await this.store.addTerm(invitation);
      await this.record.of('term-began', accountId, accountId, { until: endsAt.toISOString() });
    });
  }

  /** Nothing changes for who declines, and nobody asks why. @throws ConflictError if no invitation is open */
  async decline(viewer: Viewer): Promise<void> {
    await this.database.transaction(async () => {
      const { accountId } = requireActor(viewer);
      await this.lock(accountId);
      const invitation = await this.store.openInvitation(accountId);
      if (!invitation) throw new ConflictError('No invitation is open: it was answered or withdrawn.');
      requireInTime(invitation);
      await this.store.settleInvitation(invitation.id, 'DECLINED', accountId);
      await this.record.of('invitation-declined', accountId, accountId);
    });
  }

  /** Closes what nobody answered in time. Each in a transaction of its own. */
  async expireDue(): Promise<void> {
    for (const accountId of await this.store.expiredInvitations(AT_ONCE)) {
      await this.database.transaction(async () => {
        await this.store.lockPerson(accountId);
        const invitation = await this.store.openInvitation(accountId);
        if (invitation?.isExpired) await this.expire(invitation);
      });
    }
  }

  private async expire({ id, accountId }: OpenInvitation): Promise<void> {
    await this.store.settleInvitation(id, 'EXPIRED', null);
    await this.record.of('invitation-expired', accountId, null);
  }

  private async lock(accountId: number): Promise<LockedPerson> {
    const person = await this.store.lockPerson(accountId);
    if (!person) throw new NotFoundError('This person');
    return person;
  }
}

function refuseToInvite({ role, isSanctioned }: LockedPerson): void {
  if (isStaff(role)) {
    throw UserInputError.field('userId', 'Superusers are customers: staff cannot be invited.');
  }
  if (role !== 'MEMBER') throw new ConflictError('They help to look after this place already.');
  if (isSanctioned) {
    throw new ConflictError(`They were sanctioned within the last ${SANCTION_DAYS} days. Please wait.`);
  }
}

function requireInTime({ isExpired }: OpenInvitation): void {
  if (isExpired)
    throw new ConflictError('This invitation has run out. Please write to the staff of this place.');
}
