import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { sqlState } from '#libs/platform';
import { changesBetween } from '../domain/rule-catalogue.js';
import type { RuleChange } from '../domain/rule-catalogue.js';
import { checkedRules } from '../domain/rule-checks.js';
import type { GivenRules } from '../domain/rule-checks.js';
import { DryRunQueries } from '../persistence/dry-run.queries.js';
import type { DryRun as Figures } from '../persistence/dry-run.queries.js';
import { rulePolicies } from './rule-policies.js';
import { RuleSets } from './rule-sets.js';

const DAYS = { least: 1, most: 365 } as const;
const QUERY_CANCELED = '57014';

export interface Outcome extends Figures {
  /** How many UTC days were looked at, today included. */
  readonly days: number;
  /** In what the draft differs from the rules in force. */
  readonly changes: RuleChange[];
}

/** Shows what a change of the rules would have made of the last days, before anybody saves it. */
@Injectable()
export class DryRun {
  constructor(
    private readonly accounts: Accounts,
    private readonly ruleSets: RuleSets,
    private readonly queries: DryRunQueries,
  ) {}

  /**
   * Who would have more and who less if these rules had been in force for the last `days` days (UTC, today included),
   * and who would come above or below the threshold of a privilege. What is left out of `given` is as it is now.
   *
   * @param first how many accounts are named of each kind
   * @throws UserInputError as saving these rules would; on `days`, also where there is too much to go through
   */
  async run(
    viewer: Viewer,
    given: GivenRules,
    { days, first }: { days: number; first: number },
  ): Promise<Outcome> {
    authorise(rulePolicies.change, await this.accounts.current(viewer), undefined);
    if (!Number.isInteger(days) || days < DAYS.least || days > DAYS.most) {
      throw UserInputError.field('days', `days must be ${DAYS.least} to ${DAYS.most}.`);
    }
    const { rules } = await this.ruleSets.now();
    const draft = checkedRules(given, rules);
    try {
      return {
        ...(await this.queries.run(draft, { days, first })),
        days,
        changes: changesBetween(rules, draft),
      };
    } catch (error) {
      if (sqlState(error) !== QUERY_CANCELED) throw error;
      throw UserInputError.field('days', 'So many days take too long to go through. Please try fewer.');
    }
  }
}
