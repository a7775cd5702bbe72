import { Accounts, Sessions } from '#libs/accounts';
import {
  Categories,
  CatalogueQueries,
  Managing,
  ProductVersions,
  Products,
  ReaderVersions,
  VersionRanges,
} from '#libs/catalogue';
import { DomainEvents, Jobs, createLogger } from '#libs/platform';
import type { Database } from '#libs/platform';

/** The catalogue's use cases over a database, wired as the application wires them, without Nest. */
export function catalogueOn(database: Database, events = new DomainEvents()) {
  const accounts = new Accounts(database, events, new Sessions(database));
  const catalogue = new CatalogueQueries(database);
  const managing = new Managing(database, accounts, events, catalogue);
  const jobs = new Jobs(database, createLogger('silent'));
  return {
    events,
    catalogue,
    products: new Products(database, managing),
    versions: new ProductVersions(database, managing, events, jobs),
    categories: new Categories(database, managing),
    readers: new ReaderVersions(database, accounts),
    ranges: new VersionRanges(catalogue),
  };
}
