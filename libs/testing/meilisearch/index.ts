/** A stand-in for a Meilisearch server: not the real one, which does not come from a package registry. */
export {
  startMeilisearchStandIn,
  type MeilisearchStandIn,
  type MeilisearchStandInOptions,
  type SeenRequest,
} from './server.js';
export type { Faults } from './faults.js';
