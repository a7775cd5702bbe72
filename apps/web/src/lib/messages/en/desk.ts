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

/** What is said only to those who look after the place: the desk, the record, administration. */
export const desk = {
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
} as const;
