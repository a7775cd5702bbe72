import { Injectable } from '@nestjs/common';
import { Accounts } from '#libs/accounts';
import { authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import { renderMarkdown } from '#libs/markdown';
import { Audit } from '#libs/moderation';
import { Database, SiteSettings } from '#libs/platform';
import { defaultHouseRules } from '../domain/house-rules.js';
import { requireHouseRules, requireLocale, requireSiteName, requireTagline } from '../domain/profile.js';
import type { SiteProfile } from '../domain/profile.js';
import { sitePolicies } from './policies.js';

export interface ProfileChanges {
  name?: string | null;
  tagline?: string | null;
  locale?: string | null;
  houseRules?: string | null;
}

interface KeptHouseRules {
  markdown: string;
  html: string;
}

const DEFAULTS = { name: 'Peerdesk', tagline: 'Customers help each other.', locale: 'en' };

/** How the site presents itself: read by every page, changed by ADMINs. */
@Injectable()
export class SiteProfiles {
  private readonly renderedDefaults = new Map<string, KeptHouseRules>();

  constructor(
    private readonly database: Database,
    private readonly settings: SiteSettings,
    private readonly accounts: Accounts,
    private readonly audit: Audit,
  ) {}

  /** As it was a moment ago: for showing. */
  current(): Promise<SiteProfile> {
    return this.read((key, fallback) => this.settings.get(key, fallback));
  }

  /**
   * Changes what is given and keeps the rest.
   * @throws UserInputError on `name`, `tagline`, `locale` or `houseRules`
   */
  async update(viewer: Viewer, changes: ProfileChanges): Promise<void> {
    await this.database.transaction(async () => {
      const actor = await this.accounts.current(viewer);
      authorise(sitePolicies.update, actor, undefined);
      const before = await this.read((key, fallback) => this.settings.getNow(key, fallback));
      const after = checked(changes);
      const changed = Object.entries(after).filter(([field, value]) => value !== before[field as Field]);
      if (changed.length === 0) return;

      for (const [field, value] of changed) await this.settings.set(field, toSetting(field as Field, value));
      await this.audit.record({
        actorId: actor.accountId,
        action: 'site.updated',
        subjectKind: 'site',
        subjectId: null,
        // With what was there before: the earlier house rules are kept nowhere else.
        details: Object.fromEntries(
          changed.map(([field, value]) => [field, { from: before[field as Field], to: value }]),
        ),
      });
    });
  }

  private async read(setting: <Value>(key: string, fallback: Value) => Promise<Value>): Promise<SiteProfile> {
    const [name, tagline, locale] = await Promise.all([
      setting('name', DEFAULTS.name),
      setting('tagline', DEFAULTS.tagline),
      setting('locale', DEFAULTS.locale),
    ]);
    const rules = await setting<KeptHouseRules | null>('houseRules', null);
    const { markdown, html } = rules ?? this.renderedDefault(locale);
    return { name, tagline, locale, houseRules: markdown, houseRulesHtml: html };
  }

  private renderedDefault(locale: string): KeptHouseRules {
    const markdown = defaultHouseRules(locale);
    const known = this.renderedDefaults.get(markdown);
    if (known) return known;
    const rendered = { markdown, html: renderMarkdown(markdown).html };
    this.renderedDefaults.set(markdown, rendered);
    return rendered;
  }
}

type Field = 'name' | 'tagline' | 'locale' | 'houseRules';

function checked(changes: ProfileChanges): Partial<Record<Field, string>> {
  return {
    ...(changes.name != null && { name: requireSiteName(changes.name, 'name') }),
    ...(changes.tagline != null && { tagline: requireTagline(changes.tagline) }),
    ...(changes.locale != null && { locale: requireLocale(changes.locale) }),
    ...(changes.houseRules != null && { houseRules: requireHouseRules(changes.houseRules) }),
  };
}

/** Rendered once, when they are written. */
function toSetting(field: Field, value: string): string | KeptHouseRules {
  return field === 'houseRules' ? { markdown: value, html: renderMarkdown(value).html } : value;
}
