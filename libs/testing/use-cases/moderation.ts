import { Accounts, Sessions } from '#libs/accounts';
import { PostStore, VoidVoteStore, VoidedVotes } from '#libs/forum';
import {
  Audit,
  Detection,
  FindingQueries,
  Flags,
  FlagStore,
  FraudCaseStore,
  FraudCases,
  FraudSettings,
  SanctionStore,
  Sanctions,
  SignalStore,
  Signals,
} from '#libs/moderation';
import { DomainEvents, RateLimits, SiteSecret, SiteSettings } from '#libs/platform';
import type { Database } from '#libs/platform';
import { AbilitySources, ForumCredits, Ledger, StandingAwards } from '#libs/reputation';

/** Moderation and the ledger over a database, wired as the application wires them, without limits and without Nest. */
export function moderationOn(database: Database, events = new DomainEvents(), { isLimited = false } = {}) {
  const accounts = new Accounts(database, events, new Sessions(database));
  const ledger = new Ledger(database);
  new ForumCredits(events, ledger, new StandingAwards(database));
  const posts = new PostStore(database);
  const audit = new Audit(database);
  const abilities = new AbilitySources();
  const cases = new FraudCaseStore(database);
  const settings = new FraudSettings(database, new SiteSettings(database), accounts, audit);
  const voided = new VoidedVotes(database, new VoidVoteStore(database), posts, events);
  return {
    events,
    ledger,
    abilities,
    settings,
    flags: new Flags(
      database,
      accounts,
      posts,
      new FlagStore(database),
      audit,
      new RateLimits(database.dataSource, isLimited),
      abilities,
    ),
    sanctions: new Sanctions(database, accounts, new SanctionStore(database), ledger, audit, events),
    signals: new Signals(database, new SiteSecret(database), new SignalStore(database), events),
    detection: new Detection(database, new FindingQueries(database), cases, settings),
    fraudCases: new FraudCases(database, accounts, cases, voided, audit, events),
  };
}
