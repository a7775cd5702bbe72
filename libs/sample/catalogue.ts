import type { Database } from '#libs/platform';
import type { SampleCategory, SampleProduct, SampleRange } from './content/types.js';
import type { Timeline } from './timeline.js';

interface Known {
  id: number;
  versions: ReadonlyMap<string, number>;
}

/** The products of the sample, as its posts name them. */
export class SampleCatalogue {
  private constructor(
    private readonly database: Database,
    private readonly products: ReadonlyMap<string, Known>,
  ) {}

  /** Writes products and categories; those that the site has already, by their short name, stay as they are. */
  static async write(
    database: Database,
    timeline: Timeline,
    products: readonly SampleProduct[],
    categories: readonly SampleCategory[],
  ): Promise<SampleCatalogue> {
    const known = new Map<string, Known>();
    for (const [position, product] of products.entries()) {
      known.set(product.key, await writeProduct(database, timeline, product, position));
    }
    for (const [position, { slug, name, description, product }] of categories.entries()) {
      await database.query(
        `insert into category (slug, name, description, product_id, position) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [slug, name, description, product ? (known.get(product)?.id ?? null) : null, position],
      );
    }
    return new SampleCatalogue(database, known);
  }

  /** Notes what a post applies to, if that is said. */
  async applies(postId: number, range: SampleRange | undefined): Promise<void> {
    const product = range && this.products.get(range.product);
    if (!product) return;
    await this.database.query(
      `insert into post_applicability (post_id, product_id, from_version_id, to_version_id) values ($1, $2, $3, $4)`,
      [postId, product.id, numberOf(product, range.from), numberOf(product, range.to)],
    );
  }
}

async function writeProduct(
  database: Database,
  timeline: Timeline,
  { key, name, versions }: SampleProduct,
  position: number,
): Promise<Known> {
  await database.query(
    `insert into product (slug, name, position) values ($1, $2, $3) on conflict do nothing`,
    [key, name, position],
  );
  const product = await database.one<{ id: number }>(
    `select id from product where slug = $1 or lower(name) = lower($2) order by slug = $1 desc limit 1`,
    [key, name],
  );
  if (!product) throw new Error(`the product ${name} was not written`);
  for (const version of versions) {
    await database.query(
      `insert into product_version (product_id, name, ordinal, released_on, announced_at)
       select $1, $2, coalesce(max(ordinal), 0) + 1, ($3::timestamptz at time zone 'utc')::date, $3
         from product_version where product_id = $1 having coalesce(bool_and(lower(name) <> lower($2)), true)`,
      [product.id, version.name, timeline.daysAgo(version.released)],
    );
  }
  const rows = await database.query<{ id: number; name: string }>(
    `select id, name from product_version where product_id = $1`,
    [product.id],
  );
  return { id: product.id, versions: new Map(rows.map((row) => [row.name, row.id])) };
}

function numberOf({ versions }: Known, name: string | undefined): number | null {
  if (name === undefined) return null;
  const id = versions.get(name);
  if (id === undefined) throw new Error(`the sample speaks of a version ${name} that it does not have`);
  return id;
}
