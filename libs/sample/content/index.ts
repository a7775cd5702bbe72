import { account } from './account.js';
import { comfort } from './comfort.js';
import { german } from './german.js';
import { integrations } from './integrations.js';
import { pairing } from './pairing.js';
import { power } from './power.js';
import { schedules } from './schedules.js';

export { categories, products } from './catalogue.js';
export { people } from './people.js';

export const questions = [
  ...pairing,
  ...schedules,
  ...power,
  ...comfort,
  ...integrations,
  ...account,
  ...german,
];
