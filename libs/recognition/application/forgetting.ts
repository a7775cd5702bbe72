import { Injectable } from '@nestjs/common';
import { AccountErased, ErasureFollowedUp } from '#libs/accounts';
import { DomainEvents } from '#libs/platform';
import { ForgettingStore } from '../persistence/forgetting.store.js';

/** Nobody is ranked, listed or introduced whose account was erased. */
@Injectable()
export class Forgetting {
  constructor(events: DomainEvents, store: ForgettingStore) {
    events.on(AccountErased, ({ accountId }) => store.forget(accountId));
    events.on(ErasureFollowedUp, async ({ accountId }) => {
      await store.forget(accountId);
      await store.takeBadges(accountId);
    });
  }
}
