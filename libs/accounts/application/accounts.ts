import { Injectable } from '@nestjs/common';
import { ConflictError, NotFoundError, UserInputError, authorise, requireActor } from '#libs/kernel';
import type { Actor, Role, Viewer } from '#libs/kernel';
import { normaliseText, renderMarkdown } from '#libs/markdown';
import { Database, DomainEvents } from '#libs/platform';
import { RoleChanged } from '../domain/events.js';
import { hashPassword, requirePassword, verifyPassword } from '../domain/password.js';
import { requireDisplayName } from '../domain/username.js';
import { accountPolicies } from './policies.js';
import { Sessions } from './sessions.js';

export const ABOUT_MAX = 3_000;

/** For `pg_advisory_xact_lock`: any number that no other lock takes. */
const ROLES_LOCK = 0x707d_0100;

/** What people and admins change about accounts that exist. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly sessions: Sessions,
  ) {}

  /**
   * The actor as the database knows them now. Use cases ask inside their transaction, so that a request that was
   * under way when its sender lost a role acts with what is left. Until the transaction ends nobody erases their account:
   * what they do is either there before, or refused.
   */
  async current(viewer: Viewer): Promise<Actor> {
    const { accountId } = requireActor(viewer);
    const row = await this.database.one<Omit<Actor, 'accountId'>>(
      `select role, reputation, privileges from account where id = $1 and erased_at is null for key share`,
      [accountId],
    );
    if (!row) throw new NotFoundError('This account');
    return { accountId, ...row };
  }

  /**
   * Gives somebody another role.
   * @throws ConflictError if the site would be left without an ADMIN
   */
  async setRole(viewer: Viewer, accountId: number, role: Role): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.current(viewer);
      authorise(accountPolicies.setRole, actor, undefined);
      await this.changeRole(accountId, role, actor);
    });
  }

  /** The same by the operator at the command line, who owns the machine and needs no role. */
  async setRoleByOperator(username: string, role: Role): Promise<void> {
    await this.database.transaction(async () => {
      await this.changeRole(await this.idOf(username), role, null);
    });
  }

  /**
   * Makes a MEMBER a SUPERUSER or the other way round, by the rules of the site instead of the word of an admin. Gives
   * false, and changes nothing, for whoever has another role: a higher one is never lowered by this.
   * @param by whose act it follows from; null: the site itself
   */
  async moveRole(
    accountId: number,
    { from, to }: { from: 'MEMBER' | 'SUPERUSER'; to: 'MEMBER' | 'SUPERUSER' },
    by: Actor | null,
  ): Promise<boolean> {
    return this.database.transaction(async () => {
      // No admin comes or goes by this, so nobody else has to be locked.
      const moved = await this.database.one(
        `update account set role = $3 where id = $1 and role = $2 and erased_at is null returning id`,
        [accountId, from, to],
      );
      if (moved) await this.events.publish(new RoleChanged(accountId, from, to, by));
      return moved !== undefined;
    });
  }

  /**
   * Takes away whatever role somebody has, as before their account is erased.
   * @throws ConflictError if the site would be left without an ADMIN
   */
  async becomeMember(accountId: number, by: Actor | null): Promise<void> {
    await this.database.transaction(() => this.changeRole(accountId, 'MEMBER', by));
  }

  /** @throws NotFoundError */
  async idOf(username: string): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `select id from account where username = $1 and erased_at is null`,
      [username],
    );
    if (!row) throw new NotFoundError(`The account ${username}`);
    return row.id;
  }

  /** @throws UserInputError on `displayName` or `about` */
  async editProfile(
    viewer: Viewer,
    changes: { displayName?: string | null; about?: string | null },
  ): Promise<void> {
    const actor = await this.current(viewer);
    const displayName =
      changes.displayName == null
        ? null
        : requireDisplayName(changes.displayName, {
            isTeam: actor.role === 'STAFF' || actor.role === 'ADMIN',
          });
    const about = changes.about == null ? null : normaliseText(changes.about).trim();
    if (about !== null && [...about].length > ABOUT_MAX) {
      throw UserInputError.field('about', `About you takes ${ABOUT_MAX} characters at most.`);
    }
    await this.database.query(
      `update account set display_name = coalesce($2, display_name), about = coalesce($3, about),
              about_html = coalesce($4, about_html) where id = $1`,
      [actor.accountId, displayName, about, about === null ? null : renderMarkdown(about).html],
    );
  }

  /**
   * Changes one's password, ends every other session and gives the token of a new one.
   * @throws UserInputError on `currentPassword` or `newPassword`
   */
  async changePassword(viewer: Viewer, currentPassword: string, newPassword: string): Promise<string> {
    const { accountId } = requireActor(viewer);
    const known = await this.database.one<{
      username: string;
      email: string | null;
      passwordHash: string | null;
    }>(`select username, email, password_hash as "passwordHash" from account where id = $1`, [accountId]);
    if (!(await verifyPassword(known?.passwordHash ?? null, currentPassword))) {
      throw UserInputError.field('currentPassword', 'This is not your current password.');
    }
    requirePassword(newPassword, 'newPassword', [known?.username ?? '', known?.email ?? '']);
    return this.replacePassword(accountId, newPassword);
  }

  /** Sets a password without asking for the old one: for reset links and the operator. Gives a new session's token. */
  async replacePassword(accountId: number, password: string): Promise<string> {
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async () => {
      await this.database.query(`update account set password_hash = $2 where id = $1`, [
        accountId,
        passwordHash,
      ]);
      await this.sessions.closeAll(accountId);
      return this.sessions.open(accountId);
    });
  }

  private async changeRole(accountId: number, role: Role, by: Actor | null): Promise<void> {
    // One after the other, so that two who demote each other at once cannot leave the site without an ADMIN. Not by
    // locking the accounts of all admins: whatever these have under way would have to end first.
    await this.database.query(`select pg_advisory_xact_lock($1)`, [ROLES_LOCK]);
    const account = await this.database.one<{ role: Role; isOnlyAdmin: boolean }>(
      `select role, role = 'ADMIN' and not exists (
                select from account other where other.role = 'ADMIN' and other.id <> $1 and other.erased_at is null)
                as "isOnlyAdmin"
         from account where id = $1 and erased_at is null for no key update`,
      [accountId],
    );
    if (!account) throw new NotFoundError('This account');
    if (account.role === role) return;
    if (account.isOnlyAdmin) {
      throw new ConflictError('This is the only ADMIN. Make somebody else ADMIN first.');
    }
    await this.database.query(`update account set role = $2 where id = $1`, [accountId, role]);
    await this.events.publish(new RoleChanged(accountId, account.role, role, by));
  }
}
