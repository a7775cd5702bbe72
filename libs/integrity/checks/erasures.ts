import type { SqlCheck } from '../check.js';

/** Where nothing may be left of somebody whose account was erased, by the column `account_id`. */
const THEIRS_ALONE = [
  'session',
  'password_reset',
  'idempotency_key',
  'draft',
  'account_product_version',
  'account_signal',
  'notice_mail_refusal',
  'privilege_at_risk',
  'candidate_hold',
];

const erasedAccounts = `select count(*) as rows from account where erased_at is not null`;

const leftBehind: SqlCheck = {
  name: 'what erased accounts leave',
  promise: 'Of somebody whose account was erased nothing is kept that was theirs alone.',
  counts: erasedAccounts,
  // Those whose follow-up is under way may have left something that it will find.
  finds: `
    select a.id, format('a %s is kept of erased account %s', left_behind.kind, a.id) as example
      from account a
      join (${THEIRS_ALONE.map((table) => `select distinct account_id, '${table}' as kind from ${table}`).join(' union all ')})
           left_behind on left_behind.account_id = a.id
     where a.erased_at is not null and not exists (select from erasure where erasure.account_id = a.id)`,
  mends: {
    table: 'account',
    sql: `with ${THEIRS_ALONE.map((table) => `gone_${table} as (delete from ${table} where account_id = any($1))`).join(', ')}
          select`,
  },
};

const onTime: SqlCheck = {
  name: 'erasures on time',
  promise: 'Within a day after an account was erased its name is nowhere any more.',
  counts: erasedAccounts,
  finds: `
    select account_id as id, format('account %s was erased at %s, and its name is not out of all texts', account_id, erased_at)
           as example
      from erasure where erased_at < now() - interval '1 day'`,
};

export const erasureChecks = [leftBehind, onTime];
