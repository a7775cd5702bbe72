import { Injectable } from '@nestjs/common';
import { UserInputError, idOrNull } from '#libs/kernel';
import type { FieldProblem } from '#libs/kernel';
import { runsForward } from '../domain/version-range.js';
import type { VersionRange } from '../domain/version-range.js';
import { CatalogueQueries } from '../persistence/catalogue.queries.js';

/** A range as clients give it: global ids. */
export interface RangeInput {
  productId: string;
  fromVersionId?: string | null;
  toVersionId?: string | null;
}

/** What came of looking at a range: the range, or what is wrong with it. */
export type CheckedRange = { range: VersionRange; problems: [] } | { range: null; problems: FieldProblem[] };

/** Turns what clients give as a range into one that may be kept. */
@Injectable()
export class VersionRanges {
  constructor(private readonly catalogue: CatalogueQueries) {}

  /**
   * @param path where the range stands in the input, such as `appliesTo`
   * @param before what is kept now: a product that was archived since may stay
   */
  async check(input: RangeInput, path: string, before: VersionRange | null = null): Promise<CheckedRange> {
    const [productId, fromVersionId, toVersionId] = [
      idOrNull(input.productId, 'product'),
      versionId(input.fromVersionId),
      versionId(input.toVersionId),
    ];
    const versions = [fromVersionId, toVersionId].filter((id): id is number => id !== null);
    const contents = await this.catalogue.knowing({ products: [productId ?? 0], versions });
    const problems: FieldProblem[] = [];
    const refuse = (field: string, message: string) => problems.push({ path: `${path}.${field}`, message });

    const product = productId === null ? null : contents.product(productId);
    if (!product || (product.isArchived && before?.productId !== product.id)) {
      refuse('productId', 'Please choose one of the products.');
    }
    const [from, to] = [fromVersionId, toVersionId].map((id) => (id === null ? null : contents.version(id)));
    const ends = { fromVersionId: [fromVersionId, from], toVersionId: [toVersionId, to] } as const;
    for (const [field, [id, version]] of Object.entries(ends)) {
      if (id !== null && (!version || version.productId !== productId)) {
        refuse(field, 'Please choose one of the versions of this product.');
      }
    }
    if (problems.length === 0 && !runsForward({ from: from ?? null, to: to ?? null })) {
      refuse('toVersionId', 'The last version comes before the first.');
    }
    if (problems.length > 0 || productId === null) return { range: null, problems };
    return { range: { productId, fromVersionId, toVersionId }, problems: [] };
  }

  /** The same for callers that have nothing else to check. @throws UserInputError */
  async require(input: RangeInput, path: string, before: VersionRange | null = null): Promise<VersionRange> {
    const { range, problems } = await this.check(input, path, before);
    if (range === null) throw new UserInputError(problems);
    return range;
  }
}

/** Null for none; 0, which no version has, for what is not the id of a version. */
function versionId(id: string | null | undefined): number | null {
  return id == null || id === '' ? null : (idOrNull(id, 'productVersion') ?? 0);
}
