import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import type { BadgeDefinition } from '../domain/badge.js';

export type DefinedBadge = BadgeDefinition & { readonly tagId: number | null };

/** Writes the badges that admins define. */
@Injectable()
export class BadgeDefinitionStore {
  constructor(private readonly database: Database) {}

  /** Locked for the surrounding transaction. */
  lock(id: number): Promise<(DefinedBadge & { isRetired: boolean; isOwn: boolean }) | undefined> {
    return this.database.one(
      `select key, tier, names, descriptions, measure, threshold, least_pieces as "leastPieces",
              is_repeatable as "isRepeatable", tag_id as "tagId", retired_at is not null as "isRetired", is_own as "isOwn"
         from badge_definition where id = $1 for no key update`,
      [id],
    );
  }

  /** A key that is taken breaks `badge_key_unique`. */
  async add(badge: DefinedBadge, createdBy: number): Promise<number> {
    const row = await this.database.one<{ id: number }>(
      `insert into badge_definition (key, tier, names, descriptions, measure, threshold, least_pieces, is_repeatable,
                                     tag_id, created_by, is_own, edited_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, now()) returning id`,
      [badge.key, ...valuesOf(badge), createdBy],
    );
    if (!row) throw new Error('the badge was not written');
    return row.id;
  }

  async change(id: number, badge: DefinedBadge): Promise<void> {
    await this.database.query(
      `update badge_definition
          set tier = $2, names = $3, descriptions = $4, measure = $5, threshold = $6, least_pieces = $7,
              is_repeatable = $8, tag_id = $9, edited_at = now()
        where id = $1`,
      [id, ...valuesOf(badge)],
    );
  }

  async retire(id: number, isRetired: boolean): Promise<void> {
    await this.database.query(
      `update badge_definition set retired_at = case when $2 then now() end, edited_at = coalesce(edited_at, now())
        where id = $1`,
      [id, isRetired],
    );
  }
}

function valuesOf(badge: DefinedBadge): unknown[] {
  const { tier, names, descriptions, measure, threshold, leastPieces, isRepeatable, tagId } = badge;
  return [
    tier,
    JSON.stringify(names),
    JSON.stringify(descriptions),
    measure,
    threshold,
    leastPieces,
    isRepeatable,
    tagId,
  ];
}
