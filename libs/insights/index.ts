export { InsightsModule, insightsResolvers } from './insights.module.js';
