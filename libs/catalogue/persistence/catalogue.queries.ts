import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { CatalogueContents } from '../domain/catalogue.js';
import type { CategoryFacts, ProductFacts, VersionFacts } from '../domain/version-range.js';

/** How long another process may go on with what it has read, in milliseconds. */
const FRESH_FOR = 2_000;

interface Contents {
  products: ProductFacts[];
  versions: VersionFacts[];
  categories: CategoryFacts[];
}

/**
 * The list of products, versions and categories. Nearly every page names some of it and it changes a few times a year,
 * so it is kept in memory for moments and costs a page nothing.
 */
@Injectable()
export class CatalogueQueries {
  private known: { contents: Promise<CatalogueContents>; readAt: number } | null = null;

  constructor(private readonly database: Database) {}

  /** As it was a moment ago. Whoever changes it reads the tables. */
  current(): Promise<CatalogueContents> {
    if (!this.known || Date.now() - this.known.readAt > FRESH_FOR) {
      const contents = this.read();
      this.known = { contents, readAt: Date.now() };
      // A failed read must not be remembered.
      contents.catch(() => (this.known = null));
    }
    return this.known.contents;
  }

  /** The same, read again if one of these is not in it yet: another process may just have added it. */
  async knowing(ids: {
    products?: readonly number[];
    versions?: readonly number[];
  }): Promise<CatalogueContents> {
    const contents = await this.current();
    const isKnown =
      (ids.products ?? []).every((id) => contents.product(id)) &&
      (ids.versions ?? []).every((id) => contents.version(id));
    if (isKnown) return contents;
    this.known = null;
    return this.current();
  }

  /** Reads anew after the surrounding transaction. */
  forget(): void {
    this.database.afterCommit(() => (this.known = null));
  }

  private async read(): Promise<CatalogueContents> {
    const row = await this.database.one<Contents>(
      `select
         array(select json_build_object('id', id, 'slug', slug, 'name', name, 'position', position,
                                        'isArchived', archived_at is not null)
                 from product order by position, lower(name), id) as products,
         array(select json_build_object('id', id, 'productId', product_id, 'name', name, 'ordinal', ordinal,
                                        'releasedOn', to_char(released_on, 'YYYY-MM-DD'))
                 from product_version order by product_id, ordinal desc) as versions,
         array(select json_build_object('id', id, 'slug', slug, 'name', name, 'description', description,
                                        'productId', product_id, 'position', position,
                                        'isArchived', archived_at is not null)
                 from category order by position, lower(name), id) as categories`,
    );
    if (!row) throw new Error('the catalogue was not read');
    return new CatalogueContents(row.products, row.versions, row.categories);
  }
}
