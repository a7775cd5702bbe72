export { Setup } from './application/setup.js';
export type { FoundingInput } from './application/setup.js';
export { SiteProfiles } from './application/site-profiles.js';
export { sitePolicies } from './application/policies.js';
export { SiteFounded } from './domain/events.js';
export type { SiteProfile } from './domain/profile.js';
export { NightlyCleaning } from './jobs/nightly-cleaning.js';
export { SiteModule, siteResolvers } from './site.module.js';
