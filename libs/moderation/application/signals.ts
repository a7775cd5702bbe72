import { Injectable } from '@nestjs/common';
import { LoggedIn } from '#libs/accounts';
import { AnswerPosted, VoteCast } from '#libs/forum';
import { Database, DomainEvents, SiteSecret, currentOrigin } from '#libs/platform';
import { networkOf } from './network.js';
import { SignalStore } from '../persistence/signal.store.js';
import type { SignalKind } from '../persistence/signal.store.js';

/** How long signals are kept, in days. */
export const SIGNAL_DAYS = 30;

const HASH_BYTES = 16;
/** Browsers tell more than anybody needs; what follows tells them apart no better. */
const LONGEST_USER_AGENT = 300;
/** Remembered so that who votes often is not written down often. */
const REMEMBERED = 5_000;

/**
 * Keeps, for a while, what shows that accounts are used from one place with one browser: a keyed hash of the network
 * and of what the browser calls itself. Nobody can read from it what went in; the key belongs to one week and is deleted
 * with its last signal, so that nothing can be tried against it later either. It is evidence among other evidence and
 * decides nothing: families and offices look the same.
 */
@Injectable()
export class Signals {
  private readonly noted = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly secret: SiteSecret,
    private readonly store: SignalStore,
    events: DomainEvents,
  ) {
    events.on(LoggedIn, ({ accountId }) => this.note(accountId, 'LOGIN'));
    events.on(VoteCast, ({ voterId }) => this.note(voterId, 'VOTE'));
    events.on(AnswerPosted, ({ post }) =>
      post.authorId === null ? undefined : this.note(post.authorId, 'ANSWER'),
    );
  }

  /** Deletes what is older than 30 days, and keys that nothing is hashed with any more. */
  clearOld(): Promise<void> {
    return this.store.deleteOlderThan(SIGNAL_DAYS);
  }

  private async note(accountId: number, kind: SignalKind): Promise<void> {
    const origin = currentOrigin();
    const network = origin && networkOf(origin.address);
    if (!network) return;
    const { week, day, key } = await this.store.keyOfNow();
    const text = `${key.toString('base64url')} ${week} ${network} ${origin.userAgent.slice(0, LONGEST_USER_AGENT)}`;
    const hash = (await this.secret.digest('account-signal', text)).subarray(0, HASH_BYTES);
    const known = `${day} ${accountId} ${kind} ${hash.toString('base64url')}`;
    if (this.noted.has(known)) return;
    await this.store.add({ accountId, kind, hash, day });
    // What was rolled back was not noted.
    this.database.afterCommit(() => this.remember(known));
  }

  private remember(known: string): void {
    if (this.noted.size >= REMEMBERED) this.noted.clear();
    this.noted.add(known);
  }
}
