import { Injectable } from '@nestjs/common';
import { Database, Jobs } from '#libs/platform';
import { SearchIndexing } from '#libs/search';
import type { CheckResult, SqlCheck } from './check.js';
import { articleChecks } from './checks/articles.js';
import { belongingChecks } from './checks/belonging.js';
import { bountyChecks } from './checks/bounties.js';
import { catalogueChecks } from './checks/catalogue.js';
import { erasureChecks } from './checks/erasures.js';
import { freshnessChecks } from './checks/freshness.js';
import { insightsChecks } from './checks/insights.js';
import { ledgerChecks } from './checks/ledger.js';
import { ledgerRuleChecks } from './checks/ledger-rules.js';
import { moderationChecks } from './checks/moderation.js';
import { noticeChecks } from './checks/notices.js';
import { peopleChecks } from './checks/people.js';
import { postChecks } from './checks/posts.js';
import { privilegeChecks } from './checks/privileges.js';
import { ratingChecks } from './checks/ratings.js';
import { recognitionChecks } from './checks/recognition.js';
import { checkSearchIndexes } from './checks/search-index.js';
import { superuserChecks } from './checks/superusers.js';
import { translationChecks } from './checks/translations.js';
import { LedgerRepair } from './ledger-repair.js';

/** In the order in which one depends on the other: what is mended first is counted by the next. */
const SQL_CHECKS: readonly SqlCheck[] = [
  ...belongingChecks,
  ...catalogueChecks,
  ...postChecks,
  ...articleChecks,
  ...translationChecks,
  ...freshnessChecks,
  ...ledgerChecks,
  ...bountyChecks,
  ...moderationChecks,
  ...peopleChecks,
  ...ratingChecks,
  ...ledgerRuleChecks,
  ...privilegeChecks,
  ...insightsChecks,
  ...noticeChecks,
  ...superuserChecks,
  ...recognitionChecks,
  ...erasureChecks,
];

const EXAMPLES = 3;
const MENDED_AT_ONCE = 5_000;

interface Findings {
  broken: number;
  examples: string[];
  ids: number[];
}

/** Verifies every promise that can be checked on the data, and mends what can be derived. */
@Injectable()
export class Integrity {
  constructor(
    private readonly database: Database,
    private readonly ledgerRepair: LedgerRepair,
    private readonly indexing: SearchIndexing,
    private readonly jobs: Jobs,
  ) {}

  /** Gives the results one by one as they come; the whole takes a while on a large site. */
  async *check({ repair = false }: { repair?: boolean } = {}): AsyncGenerator<CheckResult> {
    for (const check of SQL_CHECKS) yield await this.run(check, repair);
    yield* await checkSearchIndexes(this.indexing, this.jobs, { repair });
  }

  private async run(check: SqlCheck, repair: boolean): Promise<CheckResult> {
    const { name, promise } = check;
    const counted = await this.database.one<{ rows: number }>(check.counts);
    const found = await this.find(check);
    const left = repair && found.broken > 0 && check.mends ? await this.mend(check, found) : found;
    return {
      name,
      promise,
      rows: counted?.rows ?? 0,
      broken: left.broken,
      examples: left.broken > 0 ? left.examples : found.examples,
      mended: found.broken - left.broken,
    };
  }

  private async find(check: SqlCheck): Promise<Findings> {
    const row = await this.database.one<Findings>(
      `with found as materialized (${check.finds})
       select (select count(*) from found) as broken,
              array(select example from found order by id limit ${EXAMPLES}) as examples,
              array(select distinct id from found where id is not null order by id) as ids`,
    );
    if (!row) throw new Error(`the check “${check.name}” gave nothing`);
    return row;
  }

  /** Gives what is still broken afterwards. */
  private async mend(check: SqlCheck, { ids }: Findings): Promise<Findings> {
    for (let start = 0; start < ids.length; start += MENDED_AT_ONCE) {
      await this.mendSome(check, ids.slice(start, start + MENDED_AT_ONCE));
    }
    return this.find(check);
  }

  private async mendSome({ mends }: SqlCheck, ids: readonly number[]): Promise<void> {
    if (mends === 'ledger') return this.ledgerRepair.mend(ids);
    if (!mends) return;
    await this.database.transaction(async () => {
      // A statement of its own: the next one sees what others committed while this one waited for the locks.
      await this.database.query(
        `select id from ${mends.table} where id = any($1) order by id for no key update`,
        [ids],
      );
      await this.database.query(mends.sql, [ids]);
    });
  }
}
