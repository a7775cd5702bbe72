import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { UnauthenticatedError } from '#libs/kernel';
import { Database, DomainEvents, RateLimits } from '#libs/platform';
import type { RateLimit } from '#libs/platform';
import { LoggedIn } from '../domain/events.js';
import { verifyPassword } from '../domain/password.js';

/** Only failures stay counted, so that an office behind one address is not locked out by its own success. */
const PER_MINUTE: RateLimit = { name: 'login-minute', points: 6, seconds: 60, isShared: true };
const PER_HOUR: RateLimit = { name: 'login-hour', points: 30, seconds: 3_600, isShared: true };
/** Per account and address: a stranger elsewhere cannot lock the owner out. */
const PER_ACCOUNT: RateLimit = { name: 'login-account', points: 10, seconds: 900, isShared: true };

const WRONG = 'User name, e-mail address or password is wrong. You can have a new password sent to you.';

@Injectable()
export class Login {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
    private readonly events: DomainEvents,
  ) {}

  /**
   * The account that name (or address) and password belong to. Says neither by words nor by time whether the
   * account exists.
   * @throws UnauthenticatedError naming `login`; RateLimitedError after too many failures
   */
  async verify(login: string, password: string, address: string): Promise<number> {
    const limits = limitsFor(login, address);
    // Each attempt pays before it is looked at: a burst of guesses side by side gains nothing over one by one.
    for (const [limit, key] of limits) await this.limits.consume(limit, key);

    const account = await this.find(login.trim());
    if (!(await verifyPassword(account?.passwordHash ?? null, password)) || !account) {
      throw new UnauthenticatedError(WRONG, [{ path: 'login', message: WRONG }]);
    }
    for (const [limit, key] of limits) await this.limits.giveBack(limit, key);
    await this.events.publish(new LoggedIn(account.id));
    return account.id;
  }

  private find(login: string): Promise<{ id: number; passwordHash: string | null } | undefined> {
    return this.database.one(
      `select id, password_hash as "passwordHash" from account
        where (username = $1 or email = $1) and erased_at is null`,
      [withoutNul(login)],
    );
  }
}

function limitsFor(login: string, address: string): [RateLimit, string][] {
  return [
    [PER_MINUTE, address],
    [PER_HOUR, address],
    // Not the name itself, which would outlive the account.
    [PER_ACCOUNT, `${address} ${digestOf(withoutNul(login).trim().toLowerCase())}`],
  ];
}

function digestOf(login: string): string {
  return createHash('sha256').update(login).digest('base64url');
}

/** NUL cannot be part of any name, and PostgreSQL does not take it. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
