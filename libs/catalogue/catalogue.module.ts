import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { Categories } from './application/categories.js';
import { Forgetting } from './application/forgetting.js';
import { Managing } from './application/managing.js';
import { ProductVersions } from './application/product-versions.js';
import { Products } from './application/products.js';
import { ReaderVersions } from './application/reader-versions.js';
import { VersionRanges } from './application/version-ranges.js';
import {
  CategoryMutationsResolver,
  ProductMutationsResolver,
  ViewerVersionResolver,
} from './graphql/catalogue.mutations.resolver.js';
import { CatalogueNodes } from './graphql/catalogue.nodes.js';
import * as queries from './graphql/catalogue.queries.resolver.js';
import { CatalogueReading, ReaderVersionsLoader } from './graphql/catalogue.reading.js';
import { CatalogueQueries } from './persistence/catalogue.queries.js';

export const catalogueResolvers = [
  ...Object.values(queries),
  ProductMutationsResolver,
  CategoryMutationsResolver,
  ViewerVersionResolver,
];

const parts = [
  Products,
  ProductVersions,
  Categories,
  ReaderVersions,
  VersionRanges,
  CatalogueQueries,
  CatalogueReading,
  ReaderVersionsLoader,
];

@Module({
  imports: [AccountsModule],
  providers: [...parts, Forgetting, Managing, CatalogueNodes, ...catalogueResolvers],
  exports: parts,
})
export class CatalogueModule {}
