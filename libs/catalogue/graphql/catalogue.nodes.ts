import { Injectable } from '@nestjs/common';
import { NodeSources } from '#libs/platform';
import { CatalogueReading } from './catalogue.reading.js';

/** How things of the catalogue are found by their global id. */
@Injectable()
export class CatalogueNodes {
  constructor(sources: NodeSources, reading: CatalogueReading) {
    sources.register('product', (id) => reading.product(id));
    sources.register('productVersion', (id) => reading.version(id));
    sources.register('category', (id) => reading.category(id));
  }
}
