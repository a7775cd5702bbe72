import type { BadgeTier, MeasureName } from '../badge.js';

/** A badge that comes with the software, in one line. */
export type Line = readonly [
  key: string,
  tier: BadgeTier,
  en: readonly [name: string, description: string],
  de: readonly [name: string, description: string],
  measure: MeasureName,
  threshold: number,
  more?: { readonly repeatable?: true; readonly pieces?: number },
];
