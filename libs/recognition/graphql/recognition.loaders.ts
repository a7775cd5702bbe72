import { Injectable } from '@nestjs/common';
import { TagQueries, toTag } from '#libs/forum';
import type { Tag } from '#libs/forum';
import { isActor } from '#libs/kernel';
import { BatchLoader, inOrderOf } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { BadgeQueries } from '../persistence/badge.queries.js';
import { ExpertiseQueries } from '../persistence/expertise.queries.js';
import type { RenownRow } from '../persistence/expertise.queries.js';

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
      (row) => (row ? toTag(row) : null),
    );
  }
}

/** What somebody is known for, by account. */
@Injectable()
export class RenownLoader extends BatchLoader<number, RenownRow> {
  constructor(private readonly expertise: ExpertiseQueries) {
    super();
  }

  protected async batch(accountIds: readonly number[]) {
    return inOrderOf(
      accountIds,
      await this.expertise.renowns(accountIds),
      (row) => row.accountId,
      (row) => row!,
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
