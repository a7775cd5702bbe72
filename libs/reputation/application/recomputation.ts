import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents, Jobs, brokenConstraint } from '#libs/platform';
import type { Job } from '#libs/platform';
import { RULE_ENTRIES } from '../domain/reasons.js';
import { RecomputationAsked, ReputationRecomputed } from '../domain/rule-events.js';
import { RecomputationStore } from '../persistence/recomputation.store.js';
import type { OutdatedEntry, RecomputationRow } from '../persistence/recomputation.store.js';
import { Ledger } from './ledger.js';
import type { PlannedEntry } from './ledger.js';
import { rulePolicies } from './rule-policies.js';
import { RuleSets } from './rule-sets.js';

/** How much one transaction takes: its accounts wait with their votes for so long. */
const ACCOUNTS_AT_ONCE = 50;
const ENTRIES_AT_ONCE = 2_000;
/** Then the rest becomes a job of its own, long before the job would be taken for one that hangs. */
const LONGEST_RUN_MS = 5 * 60_000;

/**
 * Makes everything that stands worth what the newest rules say, where somebody asks for that: what is worth something
 * else is taken back and entered anew on the day when it was earned. By accounts and days, each in a transaction of its
 * own, under the locks of the ledger; so it can be cut off anywhere, and run twice, and votes go on beside it.
 */
@Injectable()
export class Recomputation {
  private readonly job: Job<{ id: number }>;

  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly ruleSets: RuleSets,
    private readonly ledger: Ledger,
    private readonly store: RecomputationStore,
    private readonly events: DomainEvents,
    jobs: Jobs,
  ) {
    this.job = jobs.define({
      name: 'reputation.recompute',
      actor: 'system',
      run: ({ id }, signal) => this.run(id, signal),
    });
  }

  latest(): Promise<RecomputationRow | undefined> {
    return this.store.latest();
  }

  /**
   * @param version the rules in force, as the admin has seen them
   * @throws ConflictError with the `current` version if there are newer rules, or while a recomputation runs
   */
  async ask(viewer: Viewer, version: number): Promise<RecomputationRow> {
    try {
      return await this.database.transaction(async () => {
        const actor = await this.accounts.current(viewer);
        authorise(rulePolicies.change, actor, undefined);
        const { version: current } = await this.ruleSets.now();
        if (version !== current) {
          throw new ConflictError('These are not the rules in force (any more).', { current });
        }
        const recomputation = await this.store.start(version, actor.accountId);
        await this.events.publish(new RecomputationAsked(version, actor));
        await this.job.add({ id: recomputation.id });
        return recomputation;
      });
    } catch (error) {
      if (brokenConstraint(error) !== 'one_recomputation_at_a_time') throw error;
      throw new ConflictError('A recomputation is under way.');
    }
  }

  /** Goes on where it was left, until all is done, newer rules are saved, or it is time for others. */
  async run(id: number, signal?: AbortSignal): Promise<void> {
    const until = Date.now() + LONGEST_RUN_MS;
    while (await this.step(id)) {
      signal?.throwIfAborted();
      if (Date.now() > until) return this.job.add({ id });
    }
  }

  /** Gives whether anything is left to do. */
  step(id: number): Promise<boolean> {
    return this.database.transaction(async () => {
      const running = await this.store.lockRunning(id);
      if (!running) return false;
      const accounts = await this.store.accountsAfter(running.doneUpTo, ACCOUNTS_AT_ONCE);
      await this.ledger.lock(accounts);
      const before = await this.store.reputations(accounts);
      // Asked under the locks: what these accounts have by newer rules must not be brought back to older ones.
      const isNewest = await this.store.isNewest(running.version);
      if (!isNewest || accounts.length === 0) {
        await this.store.finish(id, isNewest ? 'DONE' : 'SUPERSEDED');
        // What is done of somebody's ledger stays done, and nobody else will tell them.
        const halfway = before.filter(({ accountId }) => accountId === running.partlyDone?.accountId);
        await this.tell(running, halfway, halfway);
        return false;
      }
      const outdated = await this.store.outdated(accounts, running.version, ENTRIES_AT_ONCE);
      await this.ledger.enter(inOrder(outdated, running.version));
      const after = await this.store.reputations(accounts);
      const last = outdated.at(-1);
      const done = last?.isMoreLeft ? accounts.filter((account) => account < last.accountId) : accounts;
      await this.store.advance(id, {
        upTo: done.at(-1) ?? running.doneUpTo,
        accounts: done.length,
        changed: outdated.length,
        partlyDone: last?.isMoreLeft
          ? { accountId: last.accountId, change: changeOf(last.accountId, running, before, after) }
          : null,
      });
      await this.tell(
        running,
        before,
        after.filter(({ accountId }) => done.includes(accountId)),
      );
      return true;
    });
  }

  private async tell(
    running: RecomputationRow,
    before: readonly Reputation[],
    done: readonly Reputation[],
  ): Promise<void> {
    const changes = done.flatMap(({ accountId, reputation }) => {
      const change = changeOf(accountId, running, before, done);
      return change === 0 ? [] : [{ accountId, before: reputation - change, after: reputation }];
    });
    if (changes.length > 0) await this.events.publish(new ReputationRecomputed(running.id, changes));
  }
}

interface Reputation {
  accountId: number;
  reputation: number;
}

/** By how much a recomputation has changed somebody's reputation, in this part of it and those before. */
function changeOf(
  accountId: number,
  { partlyDone }: RecomputationRow,
  before: readonly Reputation[],
  after: readonly Reputation[],
): number {
  const reputationIn = (list: readonly Reputation[]) =>
    list.find((one) => one.accountId === accountId)?.reputation ?? 0;
  const earlier = partlyDone?.accountId === accountId ? partlyDone.change : 0;
  return earlier + reputationIn(after) - reputationIn(before);
}

/** First all that goes, then all that comes: a day takes another cap only once nothing is left on it. */
function inOrder(outdated: readonly OutdatedEntry[], version: number): PlannedEntry[] {
  const reversals = outdated.map((entry): PlannedEntry => ({
    ...common(entry),
    reason: 'REVERSAL',
    rule: null,
    reversesId: entry.entryId,
    reversalCause: 'RULES_CHANGED',
    points: -entry.points,
    ruleVersion: entry.ruleVersion,
  }));
  const anew = outdated.map((entry): PlannedEntry => ({
    ...common(entry),
    reason: RULE_ENTRIES[entry.rule].reason,
    rule: entry.rule,
    occurrence: entry.occurrence + 1,
    reversesId: null,
    reversalCause: null,
    points: entry.newPoints,
    ruleVersion: version,
  }));
  return [...reversals, ...anew];
}

function common({
  accountId,
  postId,
  cause,
  occurrence,
  isCapped,
  earnedOn,
  booked,
  dayCap,
  newCap,
}: OutdatedEntry) {
  return {
    ...{ accountId, postId, cause, occurrence, isCapped, earnedOn, createdAt: null },
    ...{ bookedBefore: booked, capBefore: booked > 0 ? dayCap : null, capByRules: newCap },
  };
}
