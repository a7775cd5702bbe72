import { Injectable } from '@nestjs/common';
import { AccountErased, ErasureFollowedUp } from '#libs/accounts';
import { DomainEvents } from '#libs/platform';
import { Notices } from './notices.js';

/** Forgets what somebody was told when their account is erased, and what others were told of them by name. */
@Injectable()
export class Forgetting {
  constructor(events: DomainEvents, notices: Notices) {
    events.on(AccountErased, ({ accountId }) => notices.forget(accountId));
    events.on(ErasureFollowedUp, async ({ accountId, username }) => {
      await notices.forget(accountId);
      await notices.forgetName(username);
    });
  }
}
