import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { UserInputError, authorise } from '#libs/kernel';
import type { Actor, Viewer } from '#libs/kernel';
import { Database, DomainEvents, brokenConstraint } from '#libs/platform';
import { CatalogueChanged } from '../domain/events.js';
import type { CatalogueDeed, CatalogueKind } from '../domain/events.js';
import { CatalogueQueries } from '../persistence/catalogue.queries.js';
import { cataloguePolicies } from './policies.js';

const TAKEN: Readonly<Record<string, [path: string, message: string]>> = {
  product_slug_taken: ['slug', 'Another product has this short name.'],
  product_name_taken: ['name', 'There is a product of this name already.'],
  product_version_name_taken: ['name', 'The product has a version of this name already.'],
  category_slug_taken: ['slug', 'Another category has this short name.'],
  category_name_taken: ['name', 'There is a category of this name already.'],
};

/** What every change of the catalogue has in common: who may, in one transaction, told to those who listen. */
@Injectable()
export class Managing {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly events: DomainEvents,
    private readonly catalogue: CatalogueQueries,
  ) {}

  /** @throws ForbiddenError for whom it is not; UserInputError where a name or a slug is taken */
  async change<Result>(viewer: Viewer, work: (actor: Actor) => Promise<Result>): Promise<Result> {
    try {
      return await this.database.transaction(async () => {
        const actor = await this.accounts.current(viewer);
        authorise(cataloguePolicies.manage, actor, undefined);
        const result = await work(actor);
        this.catalogue.forget();
        return result;
      });
    } catch (error) {
      const taken = TAKEN[brokenConstraint(error) ?? ''];
      throw taken ? UserInputError.field(...taken) : error;
    }
  }

  /** Tells that a change was made. */
  told(
    kind: CatalogueKind,
    deed: CatalogueDeed,
    thing: { id: number; name: string },
    by: Actor,
  ): Promise<void> {
    return this.events.publish(new CatalogueChanged(kind, deed, thing.id, thing.name, by));
  }
}
