import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { ReputationReason, ReversalCause } from '../domain/reasons.js';
import type { RuleName } from '../domain/rule-set.js';

export interface EntryRow {
  entryId: number;
  accountId: number;
  delta: number;
  points: number;
  reason: ReputationReason;
  rule: RuleName | null;
  ruleVersion: number;
  reversalCause: ReversalCause | null;
  dayCap: number | null;
  postId: number | null;
  reversesId: number | null;
  isReversed: boolean;
  createdAt: Date;
}

export interface BadgeRow {
  accountId: number;
  name: string;
  awardedAt: Date;
  count: number;
}

/** Counted, since PostgreSQL likes to answer EXISTS for some entries by a hash of the whole ledger. */
export const ENTRY_COLUMNS = `e.id as "entryId", e.account_id as "accountId", e.delta, e.points, e.reason, e.rule,
  e.rule_version as "ruleVersion", e.reversal_cause as "reversalCause", e.day_cap as "dayCap", e.post_id as "postId",
  e.reverses_id as "reversesId", e.created_at as "createdAt",
  (select count(*) > 0 from reputation_entry r where r.reverses_id = e.id) as "isReversed"`;

/** Which entries of a ledger: an entry of 0 points is neither a gain nor a loss. */
export const ENTRY_KINDS = ['ALL', 'GAINS', 'LOSSES'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
const IS_OF_KIND: Record<EntryKind, string> = {
  ALL: '',
  GAINS: 'and e.delta > 0',
  LOSSES: 'and e.delta < 0',
};

/** A page of a ledger, and how many entries there are in all; null where some are left out. */
export interface EntryPage extends Page<EntryRow> {
  readonly totalCount: number | null;
}

/** How the ledger and badges are read for screens, for many at once. */
@Injectable()
export class ReputationQueries {
  constructor(private readonly database: Database) {}

  entries(ids: readonly number[]): Promise<EntryRow[]> {
    return this.database.query(`select ${ENTRY_COLUMNS} from reputation_entry e where e.id = any($1)`, [ids]);
  }

  /** One page of the ledger of each of these accounts, the newest entries first. */
  async entryPages(
    accountIds: readonly number[],
    { first, after, kind }: { first: number; after: string | null; kind: EntryKind },
  ): Promise<Map<number, EntryPage>> {
    const [time, id] = after ? decodeCursor('ledger', ['time', 'number'], after) : [null, null];
    // Whose page is empty has a row without an entry, to carry the number.
    const rows = await this.database.query<Partial<EntryRow> & { owner: number; entries: number | null }>(
      `select page.*, account.id as owner, source.entries
         from unnest($1::bigint[]) as account (id)
        cross join lateral (select sum(entries)::integer as entries from reputation_source
                             where account_id = account.id) as source
         left join lateral (
          select ${ENTRY_COLUMNS} from reputation_entry e
           where e.account_id = account.id ${IS_OF_KIND[kind]}
             and ($2::timestamptz is null or (e.created_at, e.id) < ($2::timestamptz, $3::bigint))
           order by e.created_at desc, e.id desc limit $4
        ) as page on true
        order by page."createdAt" desc, page."entryId" desc`,
      [accountIds, time, id, first + 1],
    );
    const byAccount = Map.groupBy(rows, (row) => row.owner);
    return new Map(
      accountIds.map((account) => {
        const ofAccount = byAccount.get(account) ?? [];
        const found = ofAccount.filter((row): row is EntryRow & typeof row => row.entryId != null);
        const totalCount = kind === 'ALL' ? (ofAccount[0]?.entries ?? 0) : null;
        return [account, { ...pageOf(found, first), totalCount }];
      }),
    );
  }

  /** The latest first. */
  badges(accountIds: readonly number[]): Promise<BadgeRow[]> {
    return this.database.query(
      `select account_id as "accountId", name, awarded_at as "awardedAt", count
         from badge_award where account_id = any($1) order by awarded_at desc, name`,
      [accountIds],
    );
  }
}
