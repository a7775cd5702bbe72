export { CatalogueContents } from './domain/catalogue.js';
export * from './domain/events.js';
export { covers, isSameRange, rangeLabel, runsForward } from './domain/version-range.js';
export type {
  CategoryFacts,
  ProductFacts,
  RangeEnds,
  VersionFacts,
  VersionRange,
} from './domain/version-range.js';
export { CatalogueQueries } from './persistence/catalogue.queries.js';
