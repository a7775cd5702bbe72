import type { BadgeDefinition } from './badge.js';
import { ANSWERING } from './built-in/answering.js';
import { BEGINNING } from './built-in/beginning.js';
import { COMMUNITY } from './built-in/community.js';

/**
 * The badges that every site begins with. Changing a line changes the badge at the next start, unless an admin has edited
 * it there; a line that is taken out retires it. Keys stand in addresses and never change.
 */
export const BUILT_IN_BADGES: readonly BadgeDefinition[] = [...BEGINNING, ...ANSWERING, ...COMMUNITY].map(
  ([key, tier, en, de, measure, threshold, more = {}]) => ({
    key,
    tier,
    names: { en: en[0], de: de[0] },
    descriptions: { en: en[1], de: de[1] },
    measure,
    threshold,
    leastPieces: more.pieces ?? 1,
    isRepeatable: more.repeatable ?? false,
  }),
);
