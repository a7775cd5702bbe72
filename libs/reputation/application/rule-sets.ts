import { Injectable } from '@nestjs/common';
import { NotFoundError } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { SavedRuleSet } from '../domain/rule-set.js';
import { RuleSetStore } from '../persistence/rule-set.store.js';

/** How long another process may go on with the rules that it has read, in milliseconds. */
const FRESH_FOR = 2_000;

/** The rules of standing: what is in force, and what was. */
@Injectable()
export class RuleSets {
  private known: { ruleSet: Promise<SavedRuleSet>; readAt: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly store: RuleSetStore,
  ) {}

  /** What is in force, as it was moments ago: for what is shown. Decisions that must be exact ask for `now`. */
  current(): Promise<SavedRuleSet> {
    if (!this.known || Date.now() - this.known.readAt > FRESH_FOR) {
      const ruleSet = this.store.newest();
      this.known = { ruleSet, readAt: Date.now() };
      // A failed read must not be remembered.
      ruleSet.catch(() => (this.known = null));
    }
    return this.known.ruleSet;
  }

  /** What is in force at this moment, as the surrounding transaction sees it. */
  now(): Promise<SavedRuleSet> {
    return this.store.newest();
  }

  /** @throws NotFoundError */
  async at(version: number): Promise<SavedRuleSet> {
    const ruleSet = await this.store.at(version);
    if (!ruleSet) throw new NotFoundError('This version of the rules');
    return ruleSet;
  }

  /** After a version was added in the surrounding transaction: this process sees it once it is committed. */
  forget(): void {
    this.database.afterCommit(() => (this.known = null));
  }
}
