import { SignalStore, Signals } from '#libs/moderation';
import { DomainEvents, RateLimits, SiteSecret } from '#libs/platform';
import type { Database } from '#libs/platform';
import { ForumCredits, Ledger, StandingAwards, VoteLimits } from '#libs/reputation';
import { forumOn } from '#libs/testing';

/** Each with all that stands before it. */
export const SIDES = ['the forum alone', 'with the ledger', 'with limits', 'with signals'] as const;
export type Side = (typeof SIDES)[number];

export type Site = ReturnType<typeof forumOn>;

/** The forum with some of the listeners that the application wires to it. */
export function siteOn(database: Database, side: Side): Site {
  const events = new DomainEvents();
  const has = (other: Side) => SIDES.indexOf(side) >= SIDES.indexOf(other);
  if (has('with the ledger')) new ForumCredits(events, new Ledger(database), new StandingAwards(database));
  if (has('with limits')) new VoteLimits(database, events, new RateLimits(database.dataSource, true));
  if (has('with signals')) new Signals(database, new SiteSecret(database), new SignalStore(database), events);
  return forumOn(database, events, undefined, { isLimited: has('with limits') });
}
