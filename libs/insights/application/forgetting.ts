import { Injectable } from '@nestjs/common';
import { ErasureFollowedUp } from '#libs/accounts';
import { DomainEvents } from '#libs/platform';
import { GapTasks } from './gap-tasks.js';

/**
 * Gives back the tasks of somebody whose account was erased. What people look for is not theirs to begin with: it is kept
 * without an account, and not for long.
 */
@Injectable()
export class Forgetting {
  constructor(events: DomainEvents, tasks: GapTasks) {
    events.on(ErasureFollowedUp, ({ accountId }) => tasks.giveBackAllOf(accountId));
  }
}
