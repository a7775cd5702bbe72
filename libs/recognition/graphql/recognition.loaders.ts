import { Injectable } from '@nestjs/common';
import { Tag, TagQueries } from '#libs/forum';
import { globalId, isActor } from '#libs/kernel';
import { BatchLoader, groupedByKeys, inOrderOf } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { BadgeQueries } from '../persistence/badge.queries.js';
import type { TierCounts } from '../persistence/badge.queries.js';
import { ExpertiseQueries } from '../persistence/expertise.queries.js';
import type { StandingRow } from '../persistence/expertise.queries.js';
import type { AnswerLanguage } from './recognition.types.js';

/** Tags by number; null for one that is gone. */
@Injectable()
export class TagLoader extends BatchLoader<number, Tag | null> {
  constructor(private readonly tags: TagQueries) {
    super();
  }

  protected async batch(ids: readonly number[]): Promise<(Tag | null)[]> {
    const rows = await this.tags.byIds(ids);
    return inOrderOf(
      ids,
      rows,
      (row) => row.id,
      (row) =>
        row
          ? {
              id: globalId('tag', row.id),
              name: row.name,
              questionCount: row.questionCount,
              path: `/tags/${encodeURIComponent(row.name)}`,
            }
          : null,
    );
  }
}

/** What ranks are made of, by account. */
@Injectable()
export class RankFactsLoader extends BatchLoader<number, Omit<StandingRow, 'accountId'>> {
  constructor(private readonly expertise: ExpertiseQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    return inOrderOf(
      accountIds,
      await this.expertise.standings(accountIds),
      (row) => row.accountId,
      (row) => row ?? { solutions: 0, articles: 0 },
    );
  }
}

@Injectable()
export class LanguagesLoader extends BatchLoader<number, AnswerLanguage[]> {
  constructor(private readonly expertise: ExpertiseQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    const rows = await this.expertise.languages(accountIds);
    return groupedByKeys(accountIds, rows, (row) => row.accountId);
  }
}

@Injectable()
export class BadgeCountsLoader extends BatchLoader<number, Omit<TierCounts, 'accountId'>> {
  constructor(private readonly badges: BadgeQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    return inOrderOf(
      accountIds,
      await this.badges.tierCounts(accountIds),
      (row) => row.accountId,
      (row) => row ?? { bronze: 0, silver: 0, gold: 0 },
    );
  }
}

/** Whether the viewer has a badge; nobody who is not logged in has one. */
@Injectable()
export class ViewerHasBadgeLoader extends BatchLoader<number, boolean> {
  constructor(private readonly badges: BadgeQueries) {
    super();
  }

  protected async batch(badgeIds: readonly number[], { viewer }: RequestContext) {
    if (!isActor(viewer)) return badgeIds.map(() => false);
    const held = new Set(await this.badges.heldBy(viewer.accountId, badgeIds));
    return badgeIds.map((id) => held.has(id));
  }
}
