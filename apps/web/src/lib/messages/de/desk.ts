import type { desk as english } from '../en/desk.ts';
import type { Translation } from '../types.ts';
import { arranging } from './arranging.ts';
import { cataloguing } from './cataloguing.ts';
import { badgeDesk } from './badge-desk.ts';
import { admin } from './admin.ts';
import { curation } from './curation.ts';
import { insights } from './insights.ts';
import { moderating } from './moderating.ts';
import { reviewing } from './reviewing.ts';
import { rules } from './rules.ts';
import { standingRules } from './standing-rules.ts';
import { superuserDesk } from './superuser-desk.ts';
import { upkeep } from './upkeep.ts';

/** Was nur denen gesagt wird, die sich um die Seite kümmern: Redaktion, Protokoll, Verwaltung. */
export const desk: Translation<typeof english> = {
  ...arranging,
  ...badgeDesk,
  ...cataloguing,
  ...curation,
  ...insights,
  ...moderating,
  ...reviewing,
  ...rules,
  ...standingRules,
  ...superuserDesk,
  ...upkeep,
  ...admin,
};
