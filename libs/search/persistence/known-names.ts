import { tagName } from '#libs/forum';
import type { Database } from '#libs/platform';
import type { Condition } from '../domain/conditions.js';

interface Names {
  authors: Record<string, number>;
  versions: Record<string, string>;
}

/** Nobody has this number. */
const NOBODY = '0';

/** Turns names as people write them into what documents hold. */
export class KnownNames {
  constructor(private readonly database: Database) {}

  /** The same conditions with the names that documents hold; what nobody knows is fulfilled by nothing. */
  async resolve(conditions: readonly Condition[]): Promise<Condition[]> {
    const names = await this.lookUp(conditions);
    return conditions.map((condition) => {
      const { field, value } = condition;
      if (field === 'tag') return { ...condition, value: tagName(value) };
      if (field === 'product') return { ...condition, value: value.toLowerCase() };
      if (field === 'author') {
        return { ...condition, value: String(names.authors[value.toLowerCase()] ?? NOBODY) };
      }
      return field === 'version'
        ? { ...condition, value: names.versions[value.toLowerCase()] ?? value }
        : condition;
    });
  }

  /** Names of products by their slugs. */
  async products(slugs: readonly string[]): Promise<Map<string, string>> {
    if (slugs.length === 0) return new Map();
    const rows = await this.database.query<{ slug: string; name: string }>(
      'select slug, name from product where slug = any($1)',
      [slugs],
    );
    return new Map(rows.map(({ slug, name }) => [slug, name]));
  }

  private async lookUp(conditions: readonly Condition[]): Promise<Names> {
    const of = (field: Condition['field']) =>
      conditions.filter((one) => one.field === field).map(({ value }) => value.toLowerCase());
    const [authors, versions] = [of('author'), of('version')];
    if (authors.length + versions.length === 0) return { authors: {}, versions: {} };
    const row = await this.database.one<Names>(
      `select coalesce((select jsonb_object_agg(lower(username), id) from account
                        where username = any($1::citext[]) and erased_at is null), '{}') as authors,
              coalesce((select jsonb_object_agg(lower(name), name) from product_version
                        where lower(name) = any($2)), '{}') as versions`,
      [authors, versions],
    );
    return row ?? { authors: {}, versions: {} };
  }
}
