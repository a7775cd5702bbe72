import { Accounts, Sessions } from '#libs/accounts';
import { Bounties, BountyEligibility, BountyStore, Escrow, Settlement } from '#libs/bounties';
import { PostStore } from '#libs/forum';
import { DomainEvents, Idempotency, RateLimits } from '#libs/platform';
import type { Database } from '#libs/platform';
import { ForumCredits, Ledger, RuleSetStore, RuleSets, StandingAwards } from '#libs/reputation';

/** Bounties and the ledger over a database, wired as the application wires them, without limits and without Nest. */
export function bountiesOn(database: Database, events = new DomainEvents()) {
  const accounts = new Accounts(database, events, new Sessions(database));
  const ledger = new Ledger(database);
  const ruleSets = new RuleSets(database, new RuleSetStore(database));
  const store = new BountyStore(database);
  const eligibility = new BountyEligibility(database);
  new ForumCredits(events, ledger, new StandingAwards(database));
  const escrow = new Escrow(store, ledger, events);
  return {
    events,
    ledger,
    eligibility,
    bounties: new Bounties(
      database,
      accounts,
      new PostStore(database),
      ruleSets,
      store,
      escrow,
      eligibility,
      events,
      new RateLimits(database.dataSource, false),
      new Idempotency(database),
    ),
    settlement: new Settlement(database, store, escrow, eligibility, events),
  };
}
