export { SiteFounded } from './domain/events.js';
export { SiteModule, siteResolvers } from './site.module.js';
