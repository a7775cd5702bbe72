import { Insights1700000760000 } from './1700000760000-insights.js';

export const insightsMigrations = [Insights1700000760000];
