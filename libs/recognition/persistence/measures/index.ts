import type { MeasureName } from '../../domain/badge.js';
import { communityMeasures } from './community.js';
import type { Measure } from './measure.js';
import { postMeasures } from './posts.js';

export type { Measure };

/** Everything that badges can be given for, in the order in which it is offered. */
export const MEASURES: readonly Measure[] = [...postMeasures, ...communityMeasures];

const BY_NAME = new Map<string, Measure>(MEASURES.map((measure) => [measure.name, measure]));

/** Undefined for one that a newer or older version of the software knows. */
export function measureOf(name: MeasureName): Measure | undefined {
  return BY_NAME.get(name);
}
