/**
 * What something applies to: a product, and of its versions those from..to, both inclusive. No `from` means from the
 * first version on; no `to` means the newest and all that are to come; neither means the product in all its versions.
 */
export interface VersionRange {
  readonly productId: number;
  readonly fromVersionId: number | null;
  readonly toVersionId: number | null;
}

export interface ProductFacts {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly position: number;
  readonly isArchived: boolean;
}

export interface VersionFacts {
  readonly id: number;
  readonly productId: number;
  readonly name: string;
  /** Among the versions of its product, the oldest lowest. Says nothing across products. */
  readonly ordinal: number;
  /** `2026-11-22`, a day without a time zone; null if nobody said when. */
  readonly releasedOn: string | null;
}

export interface CategoryFacts {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly productId: number | null;
  readonly position: number;
  readonly isArchived: boolean;
}

/** The versions at the ends of a range, as far as it has ends. */
export interface RangeEnds {
  readonly from: Pick<VersionFacts, 'name' | 'ordinal'> | null;
  readonly to: Pick<VersionFacts, 'name' | 'ordinal'> | null;
}

/** Whether a range speaks of this version, which must be one of the same product. */
export function covers({ from, to }: RangeEnds, { ordinal }: Pick<VersionFacts, 'ordinal'>): boolean {
  return (from === null || from.ordinal <= ordinal) && (to === null || ordinal <= to.ordinal);
}

/** An end before the beginning would speak of nothing. */
export function runsForward({ from, to }: RangeEnds): boolean {
  return from === null || to === null || from.ordinal <= to.ordinal;
}

/**
 * A range in signs that need no translation: `Hearth 2.1`, `Hearth 2.1 – 3.0`, `Hearth 2.1+`, `Hearth ≤ 3.0`, or
 * `Hearth` alone for all versions.
 */
export function rangeLabel(product: { name: string }, { from, to }: RangeEnds): string {
  if (from === null && to === null) return product.name;
  if (from === null) return `${product.name} ≤ ${to?.name}`;
  if (to === null) return `${product.name} ${from.name}+`;
  return from.ordinal === to.ordinal
    ? `${product.name} ${from.name}`
    : `${product.name} ${from.name} – ${to.name}`;
}

export function isSameRange(one: VersionRange | null, other: VersionRange | null): boolean {
  return (
    one?.productId === other?.productId &&
    one?.fromVersionId === other?.fromVersionId &&
    one?.toVersionId === other?.toVersionId
  );
}
