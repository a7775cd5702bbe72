import { Injectable } from '@nestjs/common';
import { NotFoundError, UserInputError, authorise, checkAll, requireActor } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';
import { Database, DomainEvents, Jobs, RateLimits } from '#libs/platform';
import type { Job, RateLimit } from '#libs/platform';
import { AccountErased, ErasureFollowedUp } from '../domain/events.js';
import { verifyPassword } from '../domain/password.js';
import { ErasureStore } from '../persistence/erasure.store.js';
import type { AccountToErase } from '../persistence/erasure.store.js';
import { Accounts } from './accounts.js';
import { MentionRemoval } from './mention-removal.js';
import { accountPolicies } from './policies.js';

const ERASURE_REASON_MAX = 300;

/** For whoever found somebody's session, and has to guess the password. */
const GUESSES: RateLimit = { name: 'erase-account', points: 5, seconds: 900, isShared: true };

/** Well after what was under way has come to its end. */
const FOLLOWED_UP_AFTER_SECONDS = 60;

/** What people say about themselves calls for others, too. */
const ABOUT_OTHERS = [{ table: 'account', source: 'about', made: ['about_html'] }];

const WRONG_PASSWORD = 'This is not your current password.';
const WRONG_NAME = 'Please type the user name of the account, to show that you mean it.';

/**
 * Erasing an account for good: what identifies the person goes, at once or within the day, and what the community made
 * of their words, votes and points stays. The row stays as well, so that sums, ledgers and unique votes stay true; it
 * holds nothing, and nobody is shown it.
 */
@Injectable()
export class Erasure {
  private readonly followUp: Job<Record<string, never>>;

  constructor(
    private readonly database: Database,
    private readonly events: DomainEvents,
    private readonly accounts: Accounts,
    private readonly store: ErasureStore,
    private readonly mentions: MentionRemoval,
    private readonly limits: RateLimits,
    jobs: Jobs,
  ) {
    this.followUp = jobs.define({
      name: 'accounts.follow-up-erasures',
      actor: 'system',
      // For what was left by a run that failed too often.
      cron: '7 * * * *',
      run: (_, signal) => this.followUpAll(signal),
    });
  }

  /**
   * Erases one's own account.
   * @param proof the password, and the user name as it was typed to confirm
   * @throws UserInputError on `password` or `username`; ConflictError for the only ADMIN; RateLimitedError after
   *   several wrong passwords
   */
  async eraseOwn(viewer: Viewer, proof: { password: string; username: string }): Promise<void> {
    const { accountId } = requireActor(viewer);
    await this.limits.consume(GUESSES, accountId);
    const known = await this.store.find(accountId);
    if (!known) throw new NotFoundError('This account');
    const isRight = await verifyPassword(known.passwordHash, proof.password);
    checkAll(
      () => requireThat('password', isRight, WRONG_PASSWORD),
      () => requireName(known, proof.username),
    );
    await this.database.transaction(async () => {
      const account = await this.lock(accountId);
      // A password that was changed meanwhile is the one to know.
      requireThat('password', account.passwordHash === known.passwordHash, WRONG_PASSWORD);
      await this.erase(account, await this.accounts.current(viewer), null);
    });
  }

  /**
   * Erases the account of somebody else.
   * @param order why, without the name of the person: it stays on record; and the user name as it was typed to confirm
   * @throws UserInputError on `reason` or `username`; ForbiddenError for all but ADMIN, and for one's own account;
   *   ConflictError for the only ADMIN
   */
  async eraseOther(
    viewer: Viewer,
    accountId: number,
    order: { reason: string; username: string },
  ): Promise<void> {
    authorise(accountPolicies.erase, viewer, { accountId });
    await this.database.transaction(async () => {
      const account = await this.lock(accountId);
      const actor = await this.accounts.current(viewer);
      authorise(accountPolicies.erase, actor, { accountId });
      const [reason] = checkAll(
        () => requireReason(order.reason),
        () => requireName(account, order.username),
      );
      await this.erase(account, actor, reason);
    });
  }

  /** The same by the operator at the command line. @throws NotFoundError, UserInputError, ConflictError */
  async eraseByOperator(username: string, reason: string): Promise<void> {
    const why = requireReason(reason);
    await this.database.transaction(async () => {
      const account = await this.lock(await this.accounts.idOf(username));
      await this.erase(account, null, why);
    });
  }

  /** Takes away what could not go at once. What fails is done by a later run, and keeps nobody else's from being done. */
  async followUpAll(signal: AbortSignal = new AbortController().signal): Promise<void> {
    const failures: unknown[] = [];
    for (const { accountId, username } of await this.store.unfinished()) {
      signal.throwIfAborted();
      try {
        await this.store.forget(accountId);
        await this.mentions.takeOut(username, ABOUT_OTHERS, signal);
        await this.events.publish(new ErasureFollowedUp(accountId, username, signal));
        await this.store.finish(accountId);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, 'what is left of erased accounts stays for now');
  }

  private async lock(accountId: number): Promise<AccountToErase> {
    const account = await this.store.lock(accountId);
    if (!account) throw new NotFoundError('This account');
    return account;
  }

  private async erase(account: AccountToErase, by: Actor | null, reason: string | null): Promise<void> {
    await this.accounts.becomeMember(account.accountId, by);
    await this.store.erase(account);
    await this.events.publish(new AccountErased(account.accountId, by, reason));
    await this.followUp.add({}, { afterSeconds: FOLLOWED_UP_AFTER_SECONDS });
  }
}

function requireThat(path: string, isSo: boolean, message: string): void {
  if (!isSo) throw UserInputError.field(path, message);
}

function requireName({ username }: AccountToErase, typed: string): void {
  requireThat('username', typed.trim().toLowerCase() === username.toLowerCase(), WRONG_NAME);
}

function requireReason(value: string): string {
  const reason = normaliseText(value).trim();
  const isThere = reason !== '' && [...reason].length <= ERASURE_REASON_MAX;
  requireThat('reason', isThere, `Please say why, in up to ${ERASURE_REASON_MAX} characters.`);
  return reason;
}
