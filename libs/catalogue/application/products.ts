import { Injectable } from '@nestjs/common';
import { NotFoundError, checkAll } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { requireName, requirePosition, requireSlug } from '../domain/names.js';
import { Managing } from './managing.js';

interface Written {
  id: number;
  name: string;
}

/** The products that people ask about. Nothing is deleted: what was written about a product keeps its name. */
@Injectable()
export class Products {
  constructor(
    private readonly database: Database,
    private readonly managing: Managing,
  ) {}

  /**
   * @param input without a slug, one is made from the name; it never changes
   * @throws UserInputError on `name`, `slug` or `position`
   */
  create(
    viewer: Viewer,
    input: { name: string; slug?: string | null; position?: number | null },
  ): Promise<number> {
    return this.managing.change(viewer, async (actor) => {
      const [name, slug, position] = checkAll(
        () => requireName(input.name),
        () => requireSlug(input.slug, input.name),
        () => requirePosition(input.position ?? 0),
      );
      const product = written(
        await this.database.one<Written>(
          `insert into product (name, slug, position) values ($1, $2, $3) returning id, name`,
          [name, slug, position],
        ),
      );
      await this.managing.told('product', 'created', product, actor);
      return product.id;
    });
  }

  /** Changes what is given and keeps the rest. @throws UserInputError on `name` or `position` */
  update(
    viewer: Viewer,
    productId: number,
    changes: { name?: string | null; position?: number | null },
  ): Promise<void> {
    return this.managing.change(viewer, async (actor) => {
      const [name, position] = checkAll(
        () => (changes.name == null ? null : requireName(changes.name)),
        () => (changes.position == null ? null : requirePosition(changes.position)),
      );
      const product = written(
        await this.database.one<Written>(
          `update product set name = coalesce($2, name), position = coalesce($3, position)
            where id = $1 returning id, name`,
          [productId, name, position],
        ),
      );
      await this.managing.told('product', 'updated', product, actor);
    });
  }

  /** Takes the product out of what is offered, or offers it again; doing so twice changes nothing. */
  setArchived(viewer: Viewer, productId: number, isArchived: boolean): Promise<void> {
    return this.managing.change(viewer, async (actor) => {
      const product = await this.database.one<Written & { wasArchived: boolean }>(
        `select id, name, archived_at is not null as "wasArchived" from product where id = $1 for no key update`,
        [productId],
      );
      if (written(product).wasArchived === isArchived) return;
      await this.database.query(
        `update product set archived_at = case when $2 then now() end where id = $1`,
        [productId, isArchived],
      );
      await this.managing.told('product', isArchived ? 'archived' : 'restored', written(product), actor);
    });
  }
}

function written<Row>(row: Row | undefined): Row {
  if (!row) throw new NotFoundError('This product');
  return row;
}
