import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError, UserInputError } from '#libs/kernel';
import { Database, ENVIRONMENT, Outbox, RateLimits } from '#libs/platform';
import type { Environment, RateLimit } from '#libs/platform';
import { requirePassword } from '../domain/password.js';
import { Accounts } from './accounts.js';
import { hashOf } from './sessions.js';

const HOURS_VALID = 2;
const PER_ADDRESS: RateLimit = { name: 'password-reset', points: 5, seconds: 3_600, isShared: true };

/** A mailed link that lets the owner of an address choose a new password, once. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    private readonly limits: RateLimits,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Mails a link if the address is known, and says the same either way. */
  async request(email: string, address: string): Promise<void> {
    await this.limits.consume(PER_ADDRESS, address);
    const account = await this.database.one<{ id: number; email: string; displayName: string }>(
      `select id, email, display_name as "displayName" from account where email = $1 and erased_at is null`,
      [email.trim().replaceAll('\0', '')],
    );
    if (!account) return;
    await this.database.transaction(async () => {
      // Whoever is erased this moment is mailed nothing, and the answer does not tell.
      const link = await this.createLink(account.id).catch(nothingIfGone);
      if (link === null) return;
      await this.outbox.post({
        recipient: account.email,
        subject: 'Choose a new password',
        body:
          `Hello ${account.displayName},\n\nwith this link you can choose a new password within ${HOURS_VALID} hours:\n\n` +
          `${link}\n\nIf you did not ask for it, you need not do anything: your password stays as it is.\n`,
      });
    });
  }

  /**
   * A link that is valid once, for two hours; also for the operator to hand over.
   * @throws NotFoundError if the account was erased, be it this moment
   */
  async createLink(accountId: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const created = await this.database.one(
      `insert into password_reset (token_hash, account_id, expires_at)
       select $1, id, now() + make_interval(hours => $3) from account
        where id = $2 and erased_at is null for key share
       returning 1`,
      [hashOf(token), accountId, HOURS_VALID],
    );
    if (!created) throw new NotFoundError('This account');
    return `${this.environment.publicUrl}/reset-password?token=${token}`;
  }

  /**
   * Sets the password of the account that the link was made for; gives the account and a new session's token.
   * @throws UserInputError on `token` if the link was used, is too old or was never given out; on `password`
   */
  async redeem(token: string, password: string): Promise<{ accountId: number; token: string }> {
    requirePassword(password, 'password', []);
    return this.database.transaction(async () => {
      const row = await this.database.one<{ accountId: number }>(
        `update password_reset set used_at = now()
          where token_hash = $1 and used_at is null and expires_at > now() returning account_id as "accountId"`,
        [hashOf(token)],
      );
      if (!row) {
        throw UserInputError.field(
          'token',
          'This link was used already or is too old. Please ask for a new one.',
        );
      }
      return {
        accountId: row.accountId,
        token: await this.accounts.replacePassword(row.accountId, password),
      };
    });
  }
}

function nothingIfGone(error: unknown): null {
  if (error instanceof NotFoundError) return null;
  throw error;
}
