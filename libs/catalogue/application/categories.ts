import { Injectable } from '@nestjs/common';
import { NotFoundError, UserInputError, checkAll } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { Database } from '#libs/platform';
import { requireDescription, requireName, requirePosition, requireSlug } from '../domain/names.js';
import { Managing } from './managing.js';

export interface NewCategory {
  name: string;
  slug?: string | null;
  description?: string | null;
  productId?: number | null;
  position?: number | null;
}

export interface CategoryChanges {
  name?: string | null;
  description?: string | null;
  /** Null: of no product in particular; undefined: as it was. */
  productId?: number | null;
  position?: number | null;
}

interface Written {
  id: number;
  name: string;
}

/** The shelves of the FAQ, of one product or of none in particular. */
@Injectable()
export class Categories {
  constructor(
    private readonly database: Database,
    private readonly managing: Managing,
  ) {}

  /** @throws UserInputError on `name`, `slug`, `description`, `productId` or `position` */
  create(viewer: Viewer, input: NewCategory): Promise<number> {
    return this.managing.change(viewer, async (actor) => {
      const [name, slug, description, position] = checkAll(
        () => requireName(input.name),
        () => requireSlug(input.slug, input.name),
        () => requireDescription(input.description ?? ''),
        () => requirePosition(input.position ?? 0),
      );
      await this.requireProduct(input.productId ?? null);
      const category = written(
        await this.database.one<Written>(
          `insert into category (name, slug, description, product_id, position) values ($1, $2, $3, $4, $5)
           returning id, name`,
          [name, slug, description, input.productId ?? null, position],
        ),
      );
      await this.managing.told('category', 'created', category, actor);
      return category.id;
    });
  }

  /** Changes what is given and keeps the rest. @throws UserInputError as `create` does */
  update(viewer: Viewer, categoryId: number, changes: CategoryChanges): Promise<void> {
    return this.managing.change(viewer, async (actor) => {
      const [name, description, position] = checkAll(
        () => (changes.name == null ? null : requireName(changes.name)),
        () => (changes.description == null ? null : requireDescription(changes.description)),
        () => (changes.position == null ? null : requirePosition(changes.position)),
      );
      await this.requireProduct(changes.productId ?? null);
      const category = written(
        await this.database.one<Written>(
          `update category
              set name = coalesce($2, name), description = coalesce($3, description),
                  position = coalesce($4, position), product_id = case when $5 then $6::bigint else product_id end
            where id = $1 returning id, name`,
          [
            categoryId,
            name,
            description,
            position,
            changes.productId !== undefined,
            changes.productId ?? null,
          ],
        ),
      );
      await this.managing.told('category', 'updated', category, actor);
    });
  }

  /** Takes the category out of what is offered, or offers it again; doing so twice changes nothing. */
  setArchived(viewer: Viewer, categoryId: number, isArchived: boolean): Promise<void> {
    return this.managing.change(viewer, async (actor) => {
      const category = written(
        await this.database.one<Written & { wasArchived: boolean }>(
          `select id, name, archived_at is not null as "wasArchived" from category where id = $1 for no key update`,
          [categoryId],
        ),
      );
      if (category.wasArchived === isArchived) return;
      await this.database.query(
        `update category set archived_at = case when $2 then now() end where id = $1`,
        [categoryId, isArchived],
      );
      await this.managing.told('category', isArchived ? 'archived' : 'restored', category, actor);
    });
  }

  private async requireProduct(productId: number | null): Promise<void> {
    if (productId === null) return;
    const product = await this.database.one(`select 1 from product where id = $1`, [productId]);
    if (!product) throw UserInputError.field('productId', 'There is no such product.');
  }
}

function written<Row>(row: Row | undefined): Row {
  if (!row) throw new NotFoundError('This category');
  return row;
}
