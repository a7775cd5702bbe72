import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { SpotlightStore } from '../persistence/spotlight.store.js';
import type { SpotlightRow } from '../persistence/spotlight.store.js';
import { recognitionPolicies } from './policies.js';

/** How long a process may go on showing whom it has read, in milliseconds. */
const FRESH_FOR = 30_000;

/** Introduces those who help, in turn. */
@Injectable()
export class Spotlight {
  private known: { row: Promise<SpotlightRow | undefined>; readAt: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly store: SpotlightStore,
  ) {}

  /** The same for everybody; kept for moments, since it stands on the first page. */
  today(): Promise<SpotlightRow | undefined> {
    if (!this.known || Date.now() - this.known.readAt > FRESH_FOR) {
      const row = this.store.today();
      this.known = { row, readAt: Date.now() };
      row.catch(() => (this.known = null));
    }
    return this.known.row;
  }

  choose(): Promise<void> {
    return this.store.choose();
  }

  isWilling(accountId: number): Promise<boolean> {
    return this.store.isWilling(accountId);
  }

  /** Gives whose choice it was. */
  setWilling(viewer: Viewer, isWilling: boolean): Promise<number> {
    return this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(recognitionPolicies.chooseSpotlight, actor, undefined);
      await this.store.setWilling(actor.accountId, isWilling);
      this.database.afterCommit(() => (this.known = null));
      return actor.accountId;
    });
  }
}
