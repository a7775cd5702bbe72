import { Injectable } from '@nestjs/common';
import { NotFoundError, UserInputError, checkAll } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database, DomainEvents, Jobs } from '#libs/platform';
import { ProductVersionReleased } from '../domain/events.js';
import { requireDay, requireVersionName } from '../domain/names.js';
import { Managing } from './managing.js';

/** Past this, a list of versions helps nobody to find theirs. */
const VERSIONS_AT_MOST = 500;

export interface NewVersion {
  productId: number;
  name: string;
  /** `2026-11-22`; without one it counts as out. */
  releasedOn?: string | null;
  /** The version that it comes right before; without one it is the newest. */
  beforeVersionId?: number | null;
}

interface Written {
  id: number;
  name: string;
}

/** The versions of products, in their order, and the day on which each comes out. */
@Injectable()
export class ProductVersions {
  constructor(
    private readonly database: Database,
    private readonly managing: Managing,
    private readonly events: DomainEvents,
    jobs: Jobs,
  ) {
    jobs.define({
      name: 'catalogue.announce-versions',
      actor: 'system',
      // Minutes after the day began everywhere that UTC is the day; also whenever workers start.
      cron: '4 0 * * *',
      run: () => this.announceDue(),
    });
  }

  /** @throws UserInputError on `name`, `releasedOn` or `beforeVersionId`; NotFoundError for an unknown product */
  add(viewer: Viewer, input: NewVersion): Promise<number> {
    return this.managing.change(viewer, async (actor) => {
      const [name, releasedOn] = checkAll(
        () => requireVersionName(input.name),
        () => requireDay(input.releasedOn, 'releasedOn'),
      );
      const ordinal = await this.makeRoom(input.productId, input.beforeVersionId ?? null);
      const version = await this.database.one<Written>(
        `insert into product_version (product_id, name, ordinal, released_on) values ($1, $2, $3, $4)
         returning id, name`,
        [input.productId, name, ordinal, releasedOn],
      );
      if (!version) throw new Error('the version was not written');
      await this.announce(version.id);
      await this.managing.told('product-version', 'created', version, actor);
      return version.id;
    });
  }

  /**
   * Changes what is given and keeps the rest; a `releasedOn` of null takes the day away.
   * @throws UserInputError on `name` or `releasedOn`
   */
  update(
    viewer: Viewer,
    versionId: number,
    changes: { name?: string | null; releasedOn?: string | null },
  ): Promise<void> {
    return this.managing.change(viewer, async (actor) => {
      const [name, releasedOn] = checkAll(
        () => (changes.name == null ? null : requireVersionName(changes.name)),
        () => requireDay(changes.releasedOn, 'releasedOn'),
      );
      const version = await this.database.one<Written>(
        `update product_version
            set name = coalesce($2, name), released_on = case when $3 then $4::date else released_on end
          where id = $1 returning id, name`,
        [versionId, name, changes.releasedOn !== undefined, releasedOn],
      );
      if (!version) throw new NotFoundError('This version');
      await this.announce(version.id);
      await this.managing.told('product-version', 'updated', version, actor);
    });
  }

  /** Announces the versions whose day has come, the older of a product before the newer. */
  async announceDue(): Promise<void> {
    const due = await this.database.query<{ id: number }>(
      `select id from product_version
        where announced_at is null and released_on <= (now() at time zone 'utc')::date
        order by product_id, ordinal`,
    );
    for (const { id } of due) await this.database.transaction(() => this.announce(id));
  }

  /** Once, when it is out. An older version that is only put on record is news to nobody. */
  private async announce(versionId: number): Promise<void> {
    const version = await this.database.one<{ productId: number; isNewest: boolean }>(
      `update product_version v set announced_at = now()
        where id = $1 and announced_at is null
          and (released_on is null or released_on <= (now() at time zone 'utc')::date)
        returning product_id as "productId",
                  not exists (select from product_version newer
                               where newer.product_id = v.product_id and newer.ordinal > v.ordinal
                                 and newer.announced_at is not null) as "isNewest"`,
      [versionId],
    );
    if (version?.isNewest)
      await this.events.publish(new ProductVersionReleased(version.productId, versionId));
  }

  /** The ordinal for a new version. The product's lock keeps two who add at once from taking the same. */
  private async makeRoom(productId: number, beforeVersionId: number | null): Promise<number> {
    const product = await this.database.one(`select from product where id = $1 for no key update`, [
      productId,
    ]);
    if (!product) throw new NotFoundError('This product');
    const last = await this.database.one<{ ordinal: number; count: number }>(
      `select coalesce(max(ordinal), 0) as ordinal, count(*)::int as count from product_version where product_id = $1`,
      [productId],
    );
    if ((last?.count ?? 0) >= VERSIONS_AT_MOST) {
      throw UserInputError.field('name', `A product has ${VERSIONS_AT_MOST} versions at most.`);
    }
    if (beforeVersionId === null) return (last?.ordinal ?? 0) + 1;

    const next = await this.database.one<{ ordinal: number }>(
      `select ordinal from product_version where id = $1 and product_id = $2`,
      [beforeVersionId, productId],
    );
    if (!next) throw UserInputError.field('beforeVersionId', 'This is no version of the product.');
    await this.database.query(
      `update product_version set ordinal = ordinal + 1 where product_id = $1 and ordinal >= $2`,
      [productId, next.ordinal],
    );
    return next.ordinal;
  }
}
