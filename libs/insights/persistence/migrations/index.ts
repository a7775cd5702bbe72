import { Insights1700000760000 } from './1700000760000-insights.js';
import { GapHistory1700000771001 } from './1700000771001-gap-history.js';

export const insightsMigrations = [Insights1700000760000, GapHistory1700000771001];
