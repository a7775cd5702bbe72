import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { ConflictError, UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents, brokenConstraint } from '#libs/platform';
import { changesBetween, presetOf } from '../domain/rule-catalogue.js';
import type { RuleChange } from '../domain/rule-catalogue.js';
import { checkedRules } from '../domain/rule-checks.js';
import type { GivenRules } from '../domain/rule-checks.js';
import { RulesChanged } from '../domain/rule-events.js';
import type { SavedRuleSet } from '../domain/rule-set.js';
import { RuleSetStore } from '../persistence/rule-set.store.js';
import { PrivilegeKeeping } from './privilege-keeping.js';
import { rulePolicies } from './rule-policies.js';
import { RuleSets } from './rule-sets.js';

const NOTE_LENGTH = 500;

/** A version of the rules, and in what it differs from the one before. */
export interface RuleVersion extends SavedRuleSet {
  readonly changes: readonly RuleChange[];
}

/** Where admins change the rules of standing. Every change is a version that stays. */
@Injectable()
export class RuleDesk {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly store: RuleSetStore,
    private readonly ruleSets: RuleSets,
    private readonly privileges: PrivilegeKeeping,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Puts rules in the place of those in force, from the next deed on; what was earned stays. Rules that change nothing
   * make no version. Gives what is in force then.
   *
   * @throws UserInputError by the path of each figure that is out of range or contradicts another, or on `note`;
   * ConflictError with the `current` version if somebody else was faster
   */
  async save(
    viewer: Viewer,
    given: GivenRules & { basedOnVersion: number; note?: string | null },
  ): Promise<SavedRuleSet> {
    const note = checkedNote(given.note ?? '');
    try {
      return await this.database.transaction(async () => {
        const actor = await this.accounts.current(viewer);
        authorise(rulePolicies.change, actor, undefined);
        const before = await this.ruleSets.now();
        if (before.version !== given.basedOnVersion) throw outdated(before.version);
        const rules = checkedRules(given, before.rules);
        const changes = changesBetween(before.rules, rules);
        if (changes.length === 0) return before;

        const version = before.version + 1;
        const made = { version, preset: presetOf(rules), rules, note, createdBy: actor.accountId };
        await this.store.add(made);
        this.ruleSets.forget();
        await this.events.publish(new RulesChanged(version, actor, changes, note));
        await this.privileges.refreshPrivileges();
        return this.ruleSets.now();
      });
    } catch (error) {
      // Two who saved at the same moment: the second one learns of the first as if it had come later.
      if (brokenConstraint(error) !== 'rule_set_pkey') throw error;
      throw outdated((await this.ruleSets.now()).version);
    }
  }

  /** @param version null for the rules in force. @throws NotFoundError */
  async version(version: number | null): Promise<RuleVersion> {
    const found = version === null ? await this.ruleSets.current() : await this.ruleSets.at(version);
    const [withChanges] = await this.versions({ before: found.version + 1, first: 1 });
    return withChanges ?? { ...found, changes: [] };
  }

  /** Versions older than `before`, the newest first, with what each changed. */
  async versions({ before, first }: { before: number | null; first: number }): Promise<RuleVersion[]> {
    // One more, since each differs from the one before it.
    const found = await this.store.before(before, first + 1);
    return found.slice(0, first).map((version, index) => {
      const earlier = found[index + 1];
      return { ...version, changes: earlier ? changesBetween(earlier.rules, version.rules) : [] };
    });
  }
}

function checkedNote(written: string): string {
  const note = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (note.length > NOTE_LENGTH) {
    throw UserInputError.field('note', `The note takes ${NOTE_LENGTH} characters at most.`);
  }
  return note;
}

function outdated(current: number): ConflictError {
  return new ConflictError('Somebody else has changed the rules meanwhile.', { current });
}
