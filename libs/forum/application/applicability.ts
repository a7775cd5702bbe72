import { Injectable } from '@nestjs/common';
import { VersionRanges, isSameRange } from '#libs/catalogue';
import type { RangeInput, VersionRange } from '#libs/catalogue';
import type { Actor } from '#libs/kernel';
import { Database, DomainEvents } from '#libs/platform';
import { PostApplicabilityChanged } from '../domain/events.js';
import type { PostRef } from '../domain/events.js';
import type { FieldChecks } from '../domain/post-rules.js';

/** Which product and versions a post applies to. It is no part of the text and makes no revision. */
@Injectable()
export class Applicability {
  constructor(
    private readonly database: Database,
    private readonly ranges: VersionRanges,
    private readonly events: DomainEvents,
  ) {}

  /**
   * What an input asks for, with what is wrong with it added to the checks.
   * @param before what is kept now
   * @returns undefined if nothing was said, null for nothing in particular
   */
  async check(
    input: RangeInput | null | undefined,
    checks: FieldChecks,
    before: VersionRange | null = null,
  ): Promise<VersionRange | null | undefined> {
    if (!input) return input;
    const { range, problems } = await this.ranges.check(input, 'appliesTo', before);
    checks.include(problems);
    return range;
  }

  /** The same for a post that exists, which may go on naming a product that was archived since. */
  async checkEdit(
    input: RangeInput | null | undefined,
    checks: FieldChecks,
    postId: number,
  ): Promise<VersionRange | null | undefined> {
    return input ? this.check(input, checks, await this.of(postId)) : input;
  }

  async of(postId: number): Promise<VersionRange | null> {
    const row = await this.database.one<VersionRange>(
      `select product_id as "productId", from_version_id as "fromVersionId", to_version_id as "toVersionId"
         from post_applicability where post_id = $1`,
      [postId],
    );
    return row ?? null;
  }

  /** Writes what a post, which is locked or new, applies to from now on; says whether that is another thing than before. */
  async replace(post: PostRef, range: VersionRange | null, by: Actor): Promise<boolean> {
    const before = await this.of(post.id);
    if (isSameRange(before, range)) return false;
    if (range === null) {
      await this.database.query(`delete from post_applicability where post_id = $1`, [post.id]);
    } else {
      await this.database.query(
        `insert into post_applicability (post_id, product_id, from_version_id, to_version_id) values ($1, $2, $3, $4)
         on conflict (post_id) do update set product_id = excluded.product_id,
           from_version_id = excluded.from_version_id, to_version_id = excluded.to_version_id`,
        [post.id, range.productId, range.fromVersionId, range.toVersionId],
      );
    }
    await this.events.publish(new PostApplicabilityChanged(post, by));
    return true;
  }
}
