import { Injectable } from '@nestjs/common';
import type { Privilege } from '#libs/forum';
import { Database } from '#libs/platform';
import { OPENED_BY } from '../domain/abilities.js';

export interface PrivilegeChange {
  changeId: number;
  accountId: number;
  privilege: Privilege;
  reputationNeeded: number | null;
}

export interface Risk {
  accountId: number;
  privilege: Privilege;
  since: Date;
  until: Date;
  reputationNeeded: number | null;
}

const NEWEST = `(select rules from rule_set order by version desc limit 1)`;
const OPENS = `(values ${Object.entries(OPENED_BY)
  .map(([ability, privilege]) => `('${ability}', '${privilege}')`)
  .join(', ')}) as opens (ability, privilege)`;

/**
 * `rule`: how privileges are lost. `threshold`: what each needs now, and at least needed by any rules of the days of
 * grace. Whoever falls below because the rules were changed is therefore not below a share of what was asked of them.
 */
const RULES = `
  rule as (
    select make_interval(days => (rules -> 'hysteresis' ->> 'graceDays')::integer) as grace,
           (rules -> 'hysteresis' ->> 'share')::float8 as share
      from ${NEWEST} as newest),
  threshold as (
    select privilege.key as privilege,
           max(privilege.value::integer) filter (where version = newest) as needed,
           min(privilege.value::integer) as lowest
      from (select version, rules, max(version) over () as newest from rule_set cross join rule
             where version >= coalesce((select max(version) from rule_set where created_at <= now() - rule.grace), 1)
           ) as recent
     cross join jsonb_each_text(recent.rules -> 'privileges') as privilege
     group by 1)`;

/** Whether an ability of account `a` opens `held.privilege`; `state` narrows which. */
const ABLE = (state: string) => `exists (
  select from ability_score s join ${OPENS} using (ability)
   where s.account_id = a.id and opens.privilege = held.privilege and s.opened_at is not null ${state})`;

/** What members hold that nothing would open now. Roles allow by themselves, so nobody above is told of losses. */
const GROUNDLESS = `
  select a.id as account_id, held.privilege, a.reputation, threshold.needed, threshold.lowest,
         ${ABLE('')} as was_able
    from account a cross join unnest(a.privileges) as held (privilege)
    left join threshold on threshold.privilege = held.privilege
   where a.role = 'MEMBER' and a.erased_at is null
     and (threshold.needed is null or threshold.needed > greatest(a.reputation, 0))
     and not ${ABLE('and s.below_since is null')}`;

/**
 * What is to be lost now: of what is at risk, below the share of what was asked, or when the days of grace are over.
 * Whom a recomputation has put so far below has the days of grace as well: they did nothing, the rules were changed.
 */
const DUE = `
  select risk.account_id, risk.privilege, groundless.needed
    from privilege_at_risk risk
    join (${GROUNDLESS}) as groundless using (account_id, privilege)
   cross join rule
   where risk.since <= now() - rule.grace
      or (not groundless.was_able and groundless.reputation < rule.share * groundless.lowest
          and not exists (select from reputation_entry entry
                           where entry.account_id = risk.account_id and entry.reversal_cause = 'RULES_CHANGED'
                             and entry.created_at > now() - rule.grace))`;

/**
 * SQL for whether a risk is due now; `DUE_NOW.rules` are the common table expressions that it reads.
 * @param risk alias of a row of `privilege_at_risk`
 */
export const DUE_NOW = {
  rules: RULES,
  condition: (risk: string) =>
    `exists (select from (${DUE}) as due where (due.account_id, due.privilege) = (${risk}.account_id, ${risk}.privilege))`,
};

/** What privileges are made of in the database; see `PrivilegeKeeping` for when each is asked for. */
@Injectable()
export class PrivilegeStore {
  constructor(private readonly database: Database) {}

  /** Accounts that lack what their reputation opens; locked in the order of their numbers. */
  async lockLacking(): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `with ${RULES}
       select id from account a
        where exists (select from threshold
                       where needed <= greatest(a.reputation, 0) and not privilege = any(a.privileges))
        order by id for no key update`,
    );
    return rows.map(({ id }) => id);
  }

  /** Gives locked accounts what their reputation opens. */
  async open(accountIds: readonly number[]): Promise<void> {
    await this.database.query(
      `with ${RULES},
       opened as (
         select a.id as account_id, array_agg(privilege order by needed, privilege) as privileges
           from account a join threshold on needed <= greatest(a.reputation, 0) and not privilege = any(a.privileges)
          where a.id = any($1) group by a.id),
       given as (
         update account set privileges = account.privileges || opened.privileges
           from opened where account.id = opened.account_id)
       insert into privilege_change (account_id, privilege, change)
       select account_id, unnest(privileges), 'GAINED' from opened order by account_id`,
      [accountIds],
    );
  }

  /** Takes note of what nothing would open any more, and forgets what is out of danger. */
  async noteRisks(): Promise<void> {
    await this.database.query(
      `with ${RULES}
       insert into privilege_at_risk (account_id, privilege)
       select account_id, privilege from (${GROUNDLESS}) as groundless order by 1, 2
       on conflict do nothing`,
    );
    await this.database.query(
      `with ${RULES}, groundless as (${GROUNDLESS})
       delete from privilege_at_risk risk
        where not exists (select from groundless g where (g.account_id, g.privilege) = (risk.account_id, risk.privilege))`,
    );
  }

  /**
   * Risks that nobody was told of and that are still there; this transaction is to tell. Of what is to be lost now only
   * the loss is told: a warning would name a day that it does not last to.
   */
  takeUnannouncedRisks(first: number): Promise<Risk[]> {
    return this.database.query(
      `with ${RULES}
       update privilege_at_risk risk set announced_at = now()
         from (select account_id, privilege from privilege_at_risk noted
                where announced_at is null
                  and exists (select from (${GROUNDLESS}) as groundless
                               where (account_id, privilege) = (noted.account_id, noted.privilege))
                  and not exists (select from (${DUE}) as due
                                   where (account_id, privilege) = (noted.account_id, noted.privilege))
                order by account_id, privilege limit $1 for update skip locked) as untold
        cross join rule left join threshold using (privilege)
        where (risk.account_id, risk.privilege) = (untold.account_id, untold.privilege)
       returning risk.account_id as "accountId", risk.privilege, risk.since, risk.since + rule.grace as until,
                 threshold.needed as "reputationNeeded"`,
      [first],
    );
  }

  /** Some accounts that have something to lose now, locked in the order of their numbers. */
  async lockLosing(first: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `with ${RULES}, losing as materialized (
         select distinct account_id from (${DUE}) as due order by account_id limit $1)
       select id from account where id in (select account_id from losing) order by id for no key update`,
      [first],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes from locked accounts what is due still: they may have earned it back while we waited for them. */
  takeAway(accountIds: readonly number[]): Promise<PrivilegeChange[]> {
    return this.database.query(
      `with ${RULES},
       due as materialized (select * from (${DUE}) as due where account_id = any($1)),
       taken as (
         update account
            set privileges = array(
              select held.privilege from unnest(account.privileges) with ordinality as held (privilege, position)
               where not exists (select from due where (due.account_id, due.privilege) = (account.id, held.privilege))
               order by held.position)
          where id in (select account_id from due)),
       settled as (
         delete from privilege_at_risk risk using due
          where (risk.account_id, risk.privilege) = (due.account_id, due.privilege)),
       noted as (
         insert into privilege_change (account_id, privilege, change, announced_at)
         select account_id, privilege, 'LOST', now() from due order by account_id, privilege
         returning id, account_id, privilege)
       select noted.id as "changeId", noted.account_id as "accountId", noted.privilege,
              due.needed as "reputationNeeded"
         from noted join due using (account_id, privilege) order by noted.id`,
      [accountIds],
    );
  }

  /**
   * Gains that nobody was told of; this transaction is to tell. Imported people who have never been here, and those
   * whose role allows it anyway, are not told; their gains are done with all the same.
   */
  async takeUnannouncedGains(
    first: number,
  ): Promise<(PrivilegeChange & { isTold: boolean; wasLost: boolean })[]> {
    return this.database.query(
      `with ${RULES},
       untold as materialized (
         select id from privilege_change where announced_at is null order by id limit $1 for update skip locked),
       told as (
         update privilege_change c set announced_at = now() from untold where c.id = untold.id
         returning c.id, c.account_id, c.privilege)
       select told.id as "changeId", told.account_id as "accountId", told.privilege,
              threshold.needed as "reputationNeeded",
              a.role = 'MEMBER' and a.erased_at is null and told.privilege = any(a.privileges)
                and (a.password_hash is not null or exists (select from session where account_id = a.id)) as "isTold",
              exists (select from privilege_change lost where lost.account_id = told.account_id
                        and lost.privilege = told.privilege and lost.change = 'LOST' and lost.id < told.id) as "wasLost"
         from told join account a on a.id = told.account_id left join threshold using (privilege)
        order by told.id`,
      [first],
    );
  }

  /** Whether rules were saved so lately that a vote of the moment may have gone by the former ones. */
  async areRulesNew(): Promise<boolean> {
    const row = await this.database.one<{ areNew: boolean }>(
      `select version > 1 and created_at > now() - interval '15 minutes' as "areNew"
         from rule_set order by version desc limit 1`,
    );
    return row?.areNew ?? false;
  }
}
