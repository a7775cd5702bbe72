import { Injectable } from '@nestjs/common';
import { Registration } from '#libs/accounts';
import type { NewAccount } from '#libs/accounts';
import { Database, DomainEvents, SiteSettings } from '#libs/platform';
import { SiteFounded } from '../domain/events.js';
import { requireSiteName } from '../domain/profile.js';

/**
 * Held while one visitor founds the site. It must differ from every other advisory lock: the search indexer sits on its
 * own for as long as it runs, and whoever waited for that one would wait for ever.
 */
const SETUP_LOCK = 7_337_005;

export interface FoundingInput extends NewAccount {
  siteName: string;
  withSample?: boolean | null;
}

/** How an empty site gets its name and its first ADMIN. */
@Injectable()
export class Setup {
  private isFounded = false;
  private hasContent = false;

  constructor(
    private readonly database: Database,
    private readonly registration: Registration,
    private readonly settings: SiteSettings,
    private readonly events: DomainEvents,
  ) {}

  /** Nothing was asked, imported or loaded yet. Once that has changed it stays so: posts are hidden, never removed. */
  async isSiteEmpty(): Promise<boolean> {
    this.hasContent ||= (await this.database.one(`select 1 from post limit 1`)) !== undefined;
    return !this.hasContent;
  }

  /** True until the site has its founder. That never turns back, so it is asked for no more once it is known. */
  async isNeeded(): Promise<boolean> {
    this.isFounded ||= !(await this.registration.needsFounder());
    return !this.isFounded;
  }

  /**
   * Creates the ADMIN and names the community; gives the number of the account.
   * @throws ConflictError if somebody else was first; UserInputError on `siteName` or a field of the account
   */
  found(input: FoundingInput): Promise<number> {
    const siteName = requireSiteName(input.siteName, 'siteName');
    return this.database.transaction(async () => {
      // A form that is sent twice would otherwise be told that its own user name is taken.
      await this.database.query(`select pg_advisory_xact_lock($1)`, [SETUP_LOCK]);
      const founderId = await this.registration.found(input);
      await this.settings.set('name', siteName);
      await this.events.publish(new SiteFounded(founderId, input.withSample ?? false));
      return founderId;
    });
  }
}
