import { Injectable } from '@nestjs/common';
import type { Privilege } from '#libs/forum';
import { Database } from '#libs/platform';
import { DUE_NOW } from './privilege.store.js';
import type { Ability } from '../domain/rule-set.js';
import type { ReputationReason } from '../domain/reasons.js';

export interface AbilityRow {
  ability: Ability;
  good: number;
  bad: number;
  isOpen: boolean;
}

export interface StandingRow {
  accountId: number;
  abilities: AbilityRow[];
  /** Since when each privilege is at risk, and whether it is to be lost when somebody looks next, within the hour. */
  risks: { privilege: Privilege; since: string; isDue: boolean }[];
}

export interface SourceRow {
  accountId: number;
  reason: ReputationReason;
  points: number;
  /** Those that stand. */
  entries: number;
}

/** How a person's standing is read for screens. */
@Injectable()
export class StandingQueries {
  constructor(private readonly database: Database) {}

  /** One row for each account. */
  ofAccounts(accountIds: readonly number[]): Promise<StandingRow[]> {
    return this.database.query(
      `with ${DUE_NOW.rules}
       select a.id as "accountId",
              coalesce((select json_agg(json_build_object('ability', ability, 'good', good, 'bad', bad,
                                                          'isOpen', opened_at is not null))
                          from ability_score where account_id = a.id), '[]') as abilities,
              coalesce((select json_agg(json_build_object('privilege', privilege, 'since', since,
                                                          'isDue', ${DUE_NOW.condition('at_risk')}))
                          from privilege_at_risk at_risk where account_id = a.id), '[]') as risks
         from unnest($1::bigint[]) as a (id)`,
      [accountIds],
    );
  }

  /** What the reputation of each is made of, what brought most first; nothing that was taken back and left no points. */
  sources(accountIds: readonly number[]): Promise<SourceRow[]> {
    return this.database.query(
      `select account_id as "accountId", reason, points::int, standing as entries
         from reputation_source where account_id = any($1) and (standing > 0 or points <> 0)
        order by points desc, reason`,
      [accountIds],
    );
  }
}
