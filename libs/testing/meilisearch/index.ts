/** A stand-in for a Meilisearch server: not the real one, which does not come from a package registry. */
export { startMeilisearchStandIn, type MeilisearchStandIn } from './server.js';
