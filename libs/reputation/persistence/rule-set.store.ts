import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { PresetName, RuleSet, SavedRuleSet } from '../domain/rule-set.js';

const COLUMNS = `version, preset, rules, note, created_by as "createdBy", created_at as "createdAt"`;

/** The versions of the rules. The newest one is in force. */
@Injectable()
export class RuleSetStore {
  constructor(private readonly database: Database) {}

  async newest(): Promise<SavedRuleSet> {
    const row = await this.database.one<SavedRuleSet>(
      `select ${COLUMNS} from rule_set order by version desc limit 1`,
    );
    if (!row) throw new Error('there are no rules: the first version comes with the migrations');
    return row;
  }

  at(version: number): Promise<SavedRuleSet | undefined> {
    return this.database.one(`select ${COLUMNS} from rule_set where version = $1`, [version]);
  }

  /** The newest first. */
  before(version: number | null, first: number): Promise<SavedRuleSet[]> {
    return this.database.query(
      `select ${COLUMNS} from rule_set where $1::integer is null or version < $1 order by version desc limit $2`,
      [version, first],
    );
  }

  /** Two who save at once cannot both get the number: the primary key refuses the second. */
  async add(made: {
    version: number;
    preset: PresetName | null;
    rules: RuleSet;
    note: string;
    createdBy: number;
  }): Promise<void> {
    await this.database.query(
      `insert into rule_set (version, preset, rules, note, created_by) values ($1, $2, $3, $4, $5)`,
      [made.version, made.preset, JSON.stringify(made.rules), made.note, made.createdBy],
    );
  }
}
