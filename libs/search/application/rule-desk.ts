import { ConflictError, NotFoundError, UserInputError, authorise } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';
import type { Accounts } from '#libs/accounts';
import { FieldChecks } from '#libs/forum';
import type { Audit } from '#libs/moderation';
import { brokenConstraint } from '#libs/platform';
import type { Database } from '#libs/platform';
import type { EngineHit } from '../domain/engine.js';
import { languageOf } from '../domain/language.js';
import { checkedRules, type GivenRules } from '../domain/rule-checks.js';
import { EVERY_LANGUAGE, NO_RULES, type SearchRules } from '../domain/rules.js';
import type { RuleStore, RuleVersion } from '../persistence/rule-store.js';
import { searchPolicies } from './policies.js';
import type { Search } from './search.js';

export interface RuleDeskParts {
  database: Database;
  accounts: Accounts;
  audit: Audit;
  store: RuleStore;
  search: Search;
}

/** A locale that nobody made rules for yet has version 0. */
export type CurrentRules = Omit<RuleVersion, 'createdAt'> & { createdAt: Date | null };

export interface Preview {
  before: EngineHit[];
  after: EngineHit[];
}

/** Where curators tell the search what words mean and what comes first. Every change is a version that stays. */
export class RuleDesk {
  constructor(private readonly parts: RuleDeskParts) {}

  /** @throws UserInputError on `locale` for a language that search does not know */
  async current(viewer: Viewer, locale: string): Promise<CurrentRules> {
    authorise(searchPolicies.curate, viewer, undefined);
    return this.newest(await this.known(locale));
  }

  /** Older than version `before`, the newest first. */
  async history(
    viewer: Viewer,
    locale: string,
    page: { limit: number; before?: number },
  ): Promise<RuleVersion[]> {
    authorise(searchPolicies.curate, viewer, undefined);
    return this.parts.store.history(await this.known(locale), page);
  }

  /** The languages that can have rules of their own, `und` for all of them first. */
  async languages(viewer: Viewer): Promise<string[]> {
    authorise(searchPolicies.curate, viewer, undefined);
    const languages = await this.parts.store.languages();
    return [EVERY_LANGUAGE, ...languages.filter((language) => language !== EVERY_LANGUAGE)];
  }

  /**
   * Puts rules in the place of those that are in force; gives the new version.
   *
   * @throws ConflictError with the `current` version if somebody else was faster; UserInputError by the place of
   * whatever is wrong in the rules
   */
  async save(
    viewer: Viewer,
    given: GivenRules & { locale: string; expectedVersion: number; reason?: string | null },
  ): Promise<CurrentRules> {
    return this.write(viewer, given, checkedRules(given), 'saved');
  }

  /** Makes the rules of an earlier version a new one. @throws as `save`, and NotFoundError for a version that never was */
  async restore(
    viewer: Viewer,
    given: { locale: string; version: number; expectedVersion: number; reason?: string | null },
  ): Promise<CurrentRules> {
    const locale = await this.known(given.locale);
    const earlier = await this.parts.store.version(locale, given.version);
    if (!earlier && given.version !== 0) throw new NotFoundError('This version of the rules');
    return this.write(viewer, given, earlier ?? NO_RULES, 'restored');
  }

  /** What a search finds now, and what it would find with other rules. Nothing is kept. */
  async preview(viewer: Viewer, query: string, given: GivenRules & { locale: string }): Promise<Preview> {
    authorise(searchPolicies.curate, viewer, undefined);
    const locale = await this.known(given.locale);
    const rules = checkedRules(given);
    const book = await this.parts.store.read();
    const asked = {
      text: query,
      first: PREVIEWED,
      ...(locale === EVERY_LANGUAGE ? {} : { locale }),
    };
    const [before, after] = await Promise.all([
      this.parts.search.preview(asked, book),
      this.parts.search.preview(asked, book.with(locale, rules)),
    ]);
    return { before, after };
  }

  private async write(
    viewer: Viewer,
    given: { locale: string; expectedVersion: number; reason?: string | null },
    rules: SearchRules,
    deed: 'saved' | 'restored',
  ): Promise<CurrentRules> {
    const { database, accounts, audit, store } = this.parts;
    const checks = new FieldChecks();
    const reason = checks.reason(given.reason);
    checks.done();
    const locale = await this.known(given.locale);
    try {
      return await database.transaction(async () => {
        const actor = await accounts.current(viewer);
        authorise(searchPolicies.curate, actor, undefined);
        const { version } = await this.newest(locale);
        if (version !== given.expectedVersion) throw staleVersion(version);
        const { synonyms, stopWords, pinned, boosts } = rules;
        const next = { locale, version: version + 1, authorId: actor.accountId, reason };
        await store.add({ ...next, synonyms, stopWords, pinned, boosts });
        await audit.record({
          actorId: actor.accountId,
          action: `site.search-rules-${deed}`,
          subjectKind: 'site',
          subjectId: null,
          details: { name: locale, version: next.version, reason },
        });
        return this.newest(locale);
      });
    } catch (error) {
      // Two who saved at the same moment: the second one learns of the first as if it had come later.
      if (brokenConstraint(error) !== 'search_rule_set_pkey') throw error;
      throw staleVersion((await this.newest(locale)).version);
    }
  }

  private async newest(locale: string): Promise<CurrentRules> {
    const newest = await this.parts.store.newest(locale);
    return newest ?? { locale, version: 0, ...NO_RULES, authorId: null, reason: null, createdAt: null };
  }

  private async known(locale: string): Promise<string> {
    const language = languageOf(locale);
    const languages = await this.parts.store.languages();
    const isUnderstood = language !== EVERY_LANGUAGE || locale === EVERY_LANGUAGE;
    if (isUnderstood && languages.includes(language)) return language;
    throw UserInputError.field('locale', 'This is not a language that search knows.');
  }
}

/** As many results as fit beside each other. */
const PREVIEWED = 10;

function staleVersion(current: number): ConflictError {
  return new ConflictError('Somebody else has changed these rules meanwhile.', { current });
}
