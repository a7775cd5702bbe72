import { Injectable } from '@nestjs/common';
import { NotFoundError, isActor } from '#libs/kernel';
import { BatchLoader, groupedByKeys } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { ReaderVersions } from '../application/reader-versions.js';
import type { VersionFacts, VersionRange } from '../domain/version-range.js';
import { CatalogueQueries } from '../persistence/catalogue.queries.js';
import { toAppliesTo, toCategory, toProduct, toProductVersion } from './catalogue.types.js';
import type { AppliesTo, Category, Product, ProductVersion } from './catalogue.types.js';

/** The versions that people use, by the number of their account. */
@Injectable()
export class ReaderVersionsLoader extends BatchLoader<number, VersionFacts[]> {
  constructor(
    private readonly readers: ReaderVersions,
    private readonly catalogue: CatalogueQueries,
  ) {
    super();
  }

  /** None for a guest. */
  ofViewer(context: RequestContext): Promise<VersionFacts[]> {
    return isActor(context.viewer) ? this.load(context, context.viewer.accountId) : Promise.resolve([]);
  }

  protected async batch(accountIds: readonly number[]) {
    const rows = await this.readers.of(accountIds);
    const contents = await this.catalogue.knowing({ versions: rows.map(({ versionId }) => versionId) });
    return groupedByKeys(accountIds, rows, (row) => row.accountId).map((own) =>
      own.flatMap(({ versionId }) => contents.version(versionId) ?? []),
    );
  }
}

/** Things of the catalogue as GraphQL gives them. */
@Injectable()
export class CatalogueReading {
  constructor(private readonly catalogue: CatalogueQueries) {}

  /**
   * What a post or an article applies to; null for nothing in particular.
   * @param usedVersionIds where the versions that the viewer uses come along with something else; otherwise they are
   * read when they are asked for
   */
  async appliesTo(
    range: VersionRange | null,
    usedVersionIds?: () => Promise<readonly number[]>,
  ): Promise<AppliesTo | null> {
    if (range === null) return null;
    const versions = [range.fromVersionId, range.toVersionId].filter((id): id is number => id !== null);
    const contents = await this.catalogue.knowing({ products: [range.productId], versions });
    return toAppliesTo(range, contents, usedVersionIds);
  }

  async product(id: number): Promise<Product | null> {
    const row = (await this.catalogue.current()).product(id);
    return row && toProduct(row);
  }

  async version(id: number): Promise<ProductVersion | null> {
    const row = (await this.catalogue.current()).version(id);
    return row && toProductVersion(row);
  }

  async category(id: number): Promise<Category | null> {
    const row = (await this.catalogue.current()).category(id);
    return row && toCategory(row);
  }

  /** What a mutation gives back: it is there. */
  async there<Thing>(read: Promise<Thing | null>, what: string): Promise<Thing> {
    const thing = await read;
    if (!thing) throw new NotFoundError(what);
    return thing;
  }
}
