import { Injectable } from '@nestjs/common';
import { accountJson } from '#libs/accounts';
import type { AccountJson } from '#libs/accounts';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';
import type { BadgeTier, MeasureName, Words } from '../domain/badge.js';

/** A badge as screens show it. */
export interface BadgeRow {
  badgeId: number;
  key: string;
  tier: BadgeTier;
  names: Words;
  descriptions: Words;
  measure: MeasureName;
  threshold: number;
  leastPieces: number;
  isRepeatable: boolean;
  tagId: number | null;
  isOwn: boolean;
  isRetired: boolean;
  awardCount: number;
}

/** An award that stands. Times are text, as JSON has them. */
export interface AwardRow {
  holdingId: number;
  accountId: number;
  awardedAt: Date;
  postId: number | null;
  tagId: number | null;
  badge: BadgeRow;
  /** Who has it; null in lists of one person. */
  holder: AccountJson | null;
}

const BADGE = `json_build_object(
  'badgeId', b.id, 'key', b.key, 'tier', b.tier, 'names', b.names, 'descriptions', b.descriptions, 'measure', b.measure,
  'threshold', b.threshold, 'leastPieces', b.least_pieces, 'isRepeatable', b.is_repeatable, 'tagId', b.tag_id,
  'isOwn', b.is_own, 'isRetired', b.retired_at is not null, 'awardCount', b.award_count)`;

const AWARD = `h.id as "holdingId", h.account_id as "accountId", h.awarded_at as "awardedAt", h.post_id as "postId",
  h.tag_id as "tagId", ${BADGE} as badge`;

interface PageRequest {
  first: number;
  after?: string | null;
}

export interface BadgeFilter {
  tier: BadgeTier | null;
  /** Also those that are not awarded any more. */
  withRetired: boolean;
}

/** Reads badges and who has them. */
@Injectable()
export class BadgeQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly number[]): Promise<BadgeRow[]> {
    const rows = await this.database.query<{ badge: BadgeRow }>(
      `select ${BADGE} as badge from badge_definition b where b.id = any($1)`,
      [ids],
    );
    return rows.map(({ badge }) => badge);
  }

  async byKey(key: string): Promise<BadgeRow | undefined> {
    const row = await this.database.one<{ badge: BadgeRow }>(
      `select ${BADGE} as badge from badge_definition b where b.key = $1`,
      [key.replaceAll('\0', '')],
    );
    return row?.badge;
  }

  /** Those that come with the software in their order, then those that were made here. */
  async page({ tier, withRetired }: BadgeFilter, { first, after }: PageRequest): Promise<Page<BadgeRow>> {
    const [id] = after ? decodeCursor('badges', ['number'], after) : [null];
    const rows = await this.database.query<{ badge: BadgeRow }>(
      `select ${BADGE} as badge from badge_definition b
        where ($1::bigint is null or b.id > $1) and ($2::text is null or b.tier = $2) and ($3 or b.retired_at is null)
        order by b.id limit $4`,
      [id, tier, withRetired, first + 1],
    );
    return pageOf(
      rows.map(({ badge }) => badge),
      first,
    );
  }

  badgeCursor(row: BadgeRow): string {
    return encodeCursor('badges', [row.badgeId]);
  }

  /** Who has a badge, the latest first. */
  holders(badgeId: number, page: PageRequest): Promise<Page<AwardRow>> {
    return this.awards('h.badge_id', badgeId, `${accountJson('h.account_id')} as holder`, page);
  }

  /** What a person has, the latest first. */
  ofPerson(accountId: number, page: PageRequest): Promise<Page<AwardRow>> {
    return this.awards('h.account_id', accountId, 'null as holder', page);
  }

  awardCursor(row: AwardRow): string {
    return encodeCursor('badge-awards', [row.awardedAt.toISOString(), row.holdingId]);
  }

  /** Which of these badges a person has. */
  async heldBy(accountId: number, badgeIds: readonly number[]): Promise<number[]> {
    const rows = await this.database.query<{ badgeId: number }>(
      `select distinct badge_id as "badgeId" from badge_holding
        where account_id = $1 and badge_id = any($2) and revoked_at is null`,
      [accountId, badgeIds],
    );
    return rows.map(({ badgeId }) => badgeId);
  }

  private async awards(
    column: 'h.badge_id' | 'h.account_id',
    id: number,
    holder: string,
    { first, after }: PageRequest,
  ): Promise<Page<AwardRow>> {
    const [at, holdingId] = after ? decodeCursor('badge-awards', ['time', 'number'], after) : [null, null];
    const rows = await this.database.query<AwardRow>(
      `select ${AWARD}, ${holder} from badge_holding h join badge_definition b on b.id = h.badge_id
        where ${column} = $1 and h.revoked_at is null
          and ($2::timestamptz is null or (h.awarded_at, h.id) < ($2, $3::bigint))
        order by h.awarded_at desc, h.id desc limit $4`,
      [id, at, holdingId, first + 1],
    );
    return pageOf(rows, first);
  }
}
