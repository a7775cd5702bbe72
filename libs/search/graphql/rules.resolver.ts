import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AccountLoader } from '#libs/accounts';
import { Access, requirePageSize } from '#libs/platform';
import type { RequestContext } from '#libs/platform';
import { searchPolicies } from '../application/policies.js';
import { RuleDesk, type CurrentRules } from '../application/rule-desk.js';
import type { GivenRules } from '../domain/rule-checks.js';
import * as types from './rules.types.js';
import { Subjects } from './subjects.js';

const DEFAULT_VERSIONS = 20;

@Resolver()
export class SearchRulesResolver {
  constructor(
    private readonly desk: RuleDesk,
    private readonly subjects: Subjects,
    private readonly accounts: AccountLoader,
  ) {}

  @Query(() => [String], {
    description: 'By STAFF and ADMIN: the languages that can have search rules, `und` for all of them first.',
  })
  @Access(searchPolicies.curate)
  searchRuleLocales(@Context() { viewer }: RequestContext): Promise<string[]> {
    return this.desk.languages(viewer);
  }

  @Query(() => types.SearchRules, {
    description:
      'By STAFF and ADMIN: the rules that are in force. BAD_USER_INPUT for a language that search does ' +
      'not know.',
  })
  @Access(searchPolicies.curate)
  async searchRules(
    @Context() context: RequestContext,
    @Args('locale', {
      type: () => String,
      defaultValue: 'und',
      description: 'A language (ISO 639), or `und` for all languages.',
    })
    locale: string,
  ): Promise<types.SearchRules> {
    return this.shown(context, await this.desk.current(context.viewer, locale));
  }

  @Query(() => [types.SearchRules], {
    description: 'By STAFF and ADMIN: the versions of the rules of a locale, the newest first.',
  })
  @Access(searchPolicies.curate)
  async searchRuleVersions(
    @Context() context: RequestContext,
    @Args('locale', { type: () => String, description: 'A language (ISO 639), or `und` for all languages.' })
    locale: string,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: DEFAULT_VERSIONS,
      description: 'How many, 1 to 100.',
    })
    first?: number | null,
    @Args('before', {
      type: () => Int,
      nullable: true,
      description: 'Only versions before this one, to go on from a page.',
    })
    before?: number | null,
  ): Promise<types.SearchRules[]> {
    const versions = await this.desk.history(context.viewer, locale, {
      limit: requirePageSize(first),
      ...(before == null ? {} : { before }),
    });
    return Promise.all(versions.map((version) => this.shown(context, version)));
  }

  @Query(() => types.SearchRulesPreview, {
    description:
      'By STAFF and ADMIN: what a search finds now, and what it would find with these rules. Keeps nothing.',
  })
  @Access(searchPolicies.curate)
  async previewSearchRules(
    @Context() context: RequestContext,
    @Args('query', { type: () => String, description: 'What somebody would type into the search box.' })
    query: string,
    @Args('rules', {
      type: () => types.SearchRulesInput,
      description: 'The rules to try, in the place of those of their locale.',
    })
    rules: types.SearchRulesInput,
  ): Promise<types.SearchRulesPreview> {
    const { before, after } = await this.desk.preview(context.viewer, query, given(rules));
    return {
      before: await this.subjects.of(context, before),
      after: await this.subjects.of(context, after),
    };
  }

  @Mutation(() => types.SearchRulesPayload, {
    description:
      'By STAFF and ADMIN: makes these the rules of the locale. CONFLICT carries the `current` version if ' +
      'somebody else was faster. They hold within seconds; Meilisearch may take minutes for many ' +
      'documents.',
  })
  @Access(searchPolicies.curate)
  async saveSearchRules(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.SaveSearchRulesInput,
      description: 'The rules, and which version they replace.',
    })
    input: types.SaveSearchRulesInput,
  ): Promise<types.SearchRulesPayload> {
    const { expectedVersion, reason } = input;
    const saved = await this.desk.save(context.viewer, { ...given(input), expectedVersion, reason });
    return { rules: await this.shown(context, saved) };
  }

  @Mutation(() => types.SearchRulesPayload, {
    description:
      'By STAFF and ADMIN: makes the rules of an earlier version the newest one. NOT_FOUND for a version ' +
      'that never was; CONFLICT as for saveSearchRules.',
  })
  @Access(searchPolicies.curate)
  async restoreSearchRules(
    @Context() context: RequestContext,
    @Args('input', {
      type: () => types.RestoreSearchRulesInput,
      description: 'The version that is wanted again.',
    })
    input: types.RestoreSearchRulesInput,
  ): Promise<types.SearchRulesPayload> {
    return { rules: await this.shown(context, await this.desk.restore(context.viewer, input)) };
  }

  private async shown(context: RequestContext, rules: CurrentRules): Promise<types.SearchRules> {
    const { authorId, boosts, pinned } = rules;
    return {
      ...rules,
      boosts: boosts.map((boost) => ({
        ...boost,
        field: boost.field.toUpperCase() as keyof typeof types.SearchBoostFieldEnum,
      })),
      pinned: await Promise.all(
        pinned.map(async (pin) => ({ ...pin, subjects: await this.subjects.named(context, pin.ids) })),
      ),
      author: authorId === null ? null : await this.accounts.load(context, authorId),
    };
  }
}

function given(input: types.SearchRulesInput): GivenRules & { locale: string } {
  const { locale, synonyms, stopWords, pinned, boosts } = input;
  return {
    locale,
    synonyms: synonyms ?? [],
    stopWords: stopWords ?? [],
    pinned: pinned ?? [],
    boosts: (boosts ?? []).map((boost) => ({ ...boost, field: boost.field.toLowerCase() })),
  };
}
