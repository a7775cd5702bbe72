import { DomainEvents, Jobs, createLogger } from '#libs/platform';
import type { Database } from '#libs/platform';
import { Builders, createTestDatabase, forumOn } from '#libs/testing';
import type { TestDatabase } from '#libs/testing';
import { DryRun } from '../application/dry-run.js';
import { Ledger } from '../application/ledger.js';
import { PrivilegeKeeping } from '../application/privilege-keeping.js';
import { Recomputation } from '../application/recomputation.js';
import { RuleDesk } from '../application/rule-desk.js';
import { RuleSets } from '../application/rule-sets.js';
import type { Award } from '../domain/awards.js';
import { PRESETS } from '../domain/presets.js';
import { RULE_ENTRIES } from '../domain/reasons.js';
import { RULE_FACTS, valueAt } from '../domain/rule-catalogue.js';
import type { RuleName, RuleSet } from '../domain/rule-set.js';
import { DryRunQueries } from '../persistence/dry-run.queries.js';
import { PrivilegeStore } from '../persistence/privilege.store.js';
import { RecomputationStore } from '../persistence/recomputation.store.js';
import { RuleSetStore } from '../persistence/rule-set.store.js';

export const DAY_MS = 86_400_000;

/** A database of one's own, with all that deals with rules. */
export class RulesOffice {
  static async open(): Promise<RulesOffice> {
    return new RulesOffice(await createTestDatabase({ poolSize: 16 }));
  }

  readonly database: Database;
  readonly make: Builders;
  readonly events = new DomainEvents();
  readonly ledger: Ledger;
  readonly ruleSets: RuleSets;
  readonly desk: RuleDesk;
  readonly dryRun: DryRun;
  readonly recomputation: Recomputation;
  private causes = 0;

  private constructor(private readonly db: TestDatabase) {
    const { database } = db;
    this.database = database;
    this.make = new Builders(database);
    this.ledger = new Ledger(database);
    const { accounts } = forumOn(database, this.events);
    const store = new RuleSetStore(database);
    this.ruleSets = new RuleSets(database, store);
    const keeping = new PrivilegeKeeping(database, this.events, new PrivilegeStore(database));
    this.desk = new RuleDesk(database, accounts, store, this.ruleSets, keeping, this.events);
    this.dryRun = new DryRun(accounts, this.ruleSets, new DryRunQueries(database));
    this.recomputation = new Recomputation(
      database,
      accounts,
      this.ruleSets,
      this.ledger,
      new RecomputationStore(database),
      this.events,
      new Jobs(database, createLogger('silent')),
    );
  }

  close(): Promise<void> {
    return this.db.drop();
  }

  /** Rules of a new community, in force from now on. */
  async beginAnew(): Promise<void> {
    await this.make.rules(() => PRESETS.NEW);
  }

  async version(): Promise<number> {
    return (await this.ruleSets.now()).version;
  }

  admin() {
    return this.make.member({ role: 'ADMIN' });
  }

  /** Something that a rule gives, for a cause that never was. */
  award(accountId: number, rule: RuleName, more: { daysAgo?: number; cause?: string } = {}): Award {
    const { daysAgo = 0, cause = `spec:${++this.causes}` } = more;
    const earnedAt = new Date(Date.now() - daysAgo * DAY_MS);
    return { accountId, rule, reason: RULE_ENTRIES[rule].reason, postId: null, cause, earnedAt };
  }

  async reputationOf(accountId: number): Promise<number> {
    const row = await this.database.one<{ reputation: number; sum: number }>(
      `select reputation, (select coalesce(sum(delta), 0) from reputation_entry where account_id = a.id) as sum
         from account a where id = $1`,
      [accountId],
    );
    if (row?.reputation !== row?.sum) throw new Error(`account ${accountId} is not the sum of its ledger`);
    return row!.reputation;
  }
}

/** All figures of a rule set as a client gives them. */
export const asGiven = (rules: RuleSet) =>
  RULE_FACTS.map(({ path }) => ({ path, value: valueAt(rules, path) }));
