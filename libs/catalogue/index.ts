export { Categories } from './application/categories.js';
export { Managing } from './application/managing.js';
export { ProductVersions } from './application/product-versions.js';
export { Products } from './application/products.js';
export { ReaderVersions } from './application/reader-versions.js';
export { VersionRanges } from './application/version-ranges.js';
export type { CheckedRange, RangeInput } from './application/version-ranges.js';
export { CatalogueModule, catalogueResolvers } from './catalogue.module.js';
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
export { AppliesToInput } from './graphql/catalogue.inputs.js';
export { CatalogueReading, ReaderVersionsLoader } from './graphql/catalogue.reading.js';
export {
  AppliesTo,
  Category,
  Product,
  ProductVersion,
  toCategory,
  toProduct,
  toProductVersion,
} from './graphql/catalogue.types.js';
export { CatalogueQueries } from './persistence/catalogue.queries.js';
