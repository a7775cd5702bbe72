import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { GUEST, UnauthenticatedError } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { accountFromJson, accountJson } from '../persistence/account.queries.js';
import type { AccountJson, AccountRow } from '../persistence/account.queries.js';
import { ViewerFacts } from '../persistence/viewer-facts.js';

/** A session ends after 30 days without use. */
export const SESSION_DAYS = 30;

/** Whose session it is, with what `ViewerFacts` asks for beside the account. */
export type SessionAccount = AccountRow & { facts: Readonly<Record<string, unknown>> };

/** Sessions live in the database, so that logging out and losing a role work from the next request on. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly facts: ViewerFacts = new ViewerFacts(),
  ) {}

  /**
   * Opens a session and gives its token; only a hash of it is kept.
   * @throws UnauthenticatedError if the account was erased, be it this moment
   */
  async open(accountId: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const opened = await this.database.one(
      `insert into session (token_hash, account_id, expires_at)
       select $1, id, now() + make_interval(days => $3) from account
        where id = $2 and erased_at is null for key share
       returning 1`,
      [hashOf(token), accountId, SESSION_DAYS],
    );
    if (!opened) throw new UnauthenticatedError();
    return token;
  }

  /** Who holds this token; the guest if it is unknown or has run out. */
  async viewerOf(token: string): Promise<Viewer> {
    const account = await this.accountOf(token);
    return account ? viewerFrom(account) : GUEST;
  }

  /** Whose token this is; undefined if it is unknown or has run out. One statement, usually without a write. */
  async accountOf(token: string): Promise<SessionAccount | undefined> {
    const row = await this.database.one<{
      account: AccountJson | null;
      facts: SessionAccount['facts'];
      isIdle: boolean;
    }>(
      `select ${accountJson('session.account_id')} as account, ${this.facts.json} as facts,
              last_used_at < now() - interval '1 hour' as "isIdle"
         from session where token_hash = $1 and expires_at > now()`,
      [hashOf(token)],
    );
    if (!row?.account) return undefined;
    if (row.isIdle) await this.keepAlive(token);
    return { ...accountFromJson(row.account), facts: row.facts };
  }

  async close(token: string): Promise<void> {
    await this.database.query(`delete from session where token_hash = $1`, [hashOf(token)]);
  }

  /** Ends every session of an account, as when its password was changed. */
  async closeAll(accountId: number): Promise<void> {
    await this.database.query(`delete from session where account_id = $1`, [accountId]);
  }

  async clearExpired(): Promise<void> {
    await this.database.query(`delete from session where expires_at < now()`);
    await this.database.query(`delete from password_reset where expires_at < now() - interval '1 day'`);
  }

  private async keepAlive(token: string): Promise<void> {
    await this.database.query(
      `update session set last_used_at = now(), expires_at = now() + make_interval(days => $2) where token_hash = $1`,
      [hashOf(token), SESSION_DAYS],
    );
  }
}

export function viewerFrom({ accountId, role, reputation, privileges }: AccountRow): Actor {
  return { accountId, role, reputation, privileges };
}

/** The token is random and long, so a plain fast hash protects it well. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
