import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AccountLoader } from '#libs/accounts';
import type { User } from '#libs/accounts';
import { decodeCursor, encodeCursor } from '#libs/kernel';
import { Access, PageArgs, pageOf, requirePageSize, toConnection } from '#libs/platform';
import type { Connection, RequestContext } from '#libs/platform';
import { DryRun } from '../application/dry-run.js';
import { Recomputation as Recomputing } from '../application/recomputation.js';
import { RuleDesk } from '../application/rule-desk.js';
import type { RuleVersion } from '../application/rule-desk.js';
import { rulePolicies } from '../application/rule-policies.js';
import { PRESETS } from '../domain/presets.js';
import { RULE_FACTS, RULE_SECTIONS, valueAt } from '../domain/rule-catalogue.js';
import type { GivenRules } from '../domain/rule-checks.js';
import { PRESET_NAMES } from '../domain/rule-set.js';
import type { RuleSet } from '../domain/rule-set.js';
import type { Difference } from '../persistence/dry-run.queries.js';
import * as changes from './rule-changes.types.js';
import * as types from './rules.types.js';

@Resolver()
export class ReputationRulesResolver {
  constructor(
    private readonly desk: RuleDesk,
    private readonly dryRun: DryRun,
    private readonly recomputing: Recomputing,
    private readonly accounts: AccountLoader,
  ) {}

  @Query(() => types.ReputationRules, {
    description:
      'What is worth what, and opens what, with what each rule means. NOT_FOUND for a version that never was.',
  })
  @Access(rulePolicies.read)
  async reputationRules(
    @Context() context: RequestContext,
    @Args('version', {
      type: () => Int,
      nullable: true,
      description: 'The one that an entry of the ledger names; left out, the rules in force.',
    })
    version?: number | null,
  ): Promise<types.ReputationRules> {
    return this.shown(context, await this.desk.version(version ?? null));
  }

  @Query(() => types.ReputationRulesConnection, {
    description: 'All versions of the rules with what each changed, the newest first.',
  })
  @Access(rulePolicies.read)
  async reputationRuleVersions(
    @Context() context: RequestContext,
    @Args() { first, after = null }: PageArgs,
  ): Promise<Connection<types.ReputationRules>> {
    const size = requirePageSize(first);
    const [before] = after ? decodeCursor('rule-versions', ['number'], after) : [null];
    const found = await this.desk.versions({ before: before as number | null, first: size + 1 });
    const shown = await Promise.all(found.map((version) => this.shown(context, version)));
    return toConnection(pageOf(shown, size), {
      after,
      cursor: (rules) => encodeCursor('rule-versions', [rules.version]),
      node: (rules) => rules,
    });
  }

  @Query(() => [types.ReputationRulePreset], {
    description: 'Rules to begin with, by size of the community.',
  })
  @Access(rulePolicies.read)
  reputationRulePresets(): types.ReputationRulePreset[] {
    return PRESET_NAMES.map((name) => ({ name, ...figuresOf(PRESETS[name]) }));
  }

  @Query(() => changes.RulesPreview, {
    description:
      'By ADMIN: what these rules would have made of the last days, had they been in force. Keeps nothing. ' +
      'BAD_USER_INPUT as saving them would give.',
  })
  @Access(rulePolicies.change)
  async previewRules(
    @Context() context: RequestContext,
    @Args('draft', { type: () => changes.RulesDraftInput, description: 'What is to be tried.' })
    draft: changes.RulesDraftInput,
    @Args('days', {
      type: () => Int,
      nullable: true,
      defaultValue: 90,
      description: 'How many UTC days, today included, 1 to 365.',
    })
    days?: number | null,
    @Args('first', {
      type: () => Int,
      nullable: true,
      defaultValue: 10,
      description: 'How many people are named of each kind, 1 to 100.',
    })
    first?: number | null,
  ): Promise<changes.RulesPreview> {
    const size = { days: days ?? 90, first: requirePageSize(first ?? 10) };
    const { gained, lost, privileges, ...rest } = await this.dryRun.run(context.viewer, given(draft), size);
    const named = (all: readonly Difference[]) =>
      Promise.all(
        all.map(async ({ accountId, before, after }) => ({
          user: await this.accounts.load(context, accountId),
          before,
          after,
        })),
      );
    return {
      ...rest,
      gained: await named(gained),
      lost: await named(lost),
      privileges: await Promise.all(
        privileges.map(async (privilege) => ({
          ...privilege,
          gainedBy: await this.people(context, privilege.gainedBy),
          lostBy: await this.people(context, privilege.lostBy),
        })),
      ),
    };
  }

  @Query(() => changes.Recomputation, {
    nullable: true,
    description: 'By ADMIN: the recomputation that was asked for last; null while there was none.',
  })
  @Access(rulePolicies.change)
  async reputationRecomputation(): Promise<changes.Recomputation | null> {
    return (await this.recomputing.latest()) ?? null;
  }

  @Mutation(() => changes.RulesPayload, {
    description:
      'By ADMIN: puts rules in force from the next deed on; what was earned stays. Rules that change nothing make ' +
      'no version. BAD_USER_INPUT by the path of each figure that is out of range or contradicts another; CONFLICT ' +
      'with the `current` version if somebody else was faster.',
  })
  @Access(rulePolicies.change)
  async saveRules(
    @Context() context: RequestContext,
    @Args('input', { type: () => changes.SaveRulesInput, description: 'The rules, and what they replace.' })
    input: changes.SaveRulesInput,
  ): Promise<changes.RulesPayload> {
    const { basedOnVersion, note } = input;
    const saved = await this.desk.save(context.viewer, { ...given(input), basedOnVersion, note });
    return { rules: await this.shown(context, await this.desk.version(saved.version)) };
  }

  @Mutation(() => changes.RecomputationPayload, {
    description:
      'By ADMIN: makes everything that stands worth what the rules in force say, by entries that take back and enter ' +
      'anew. It runs in the background. CONFLICT while one runs, and with the `current` version if there are ' +
      'newer rules.',
  })
  @Access(rulePolicies.change)
  async recomputeReputation(
    @Context() { viewer }: RequestContext,
    @Args('input', { type: () => changes.RecomputeReputationInput, description: 'By which rules.' })
    input: changes.RecomputeReputationInput,
  ): Promise<changes.RecomputationPayload> {
    return { recomputation: await this.recomputing.ask(viewer, input.version) };
  }

  private async shown(context: RequestContext, version: RuleVersion): Promise<types.ReputationRules> {
    const { createdBy, rules, ...rest } = version;
    return {
      ...rest,
      ...figuresOf(rules),
      changes: [...version.changes],
      author: createdBy === null ? null : await this.accounts.load(context, createdBy),
    };
  }

  private async people(context: RequestContext, ids: readonly number[]): Promise<User[]> {
    const users = await Promise.all(ids.map((id) => this.accounts.load(context, id)));
    return users.filter((user) => user !== null);
  }
}

function figuresOf(rules: RuleSet): Pick<types.ReputationRulePreset, 'sections' | 'ranks'> {
  const all = RULE_FACTS.map(({ section, ...fact }) => ({
    section,
    rule: { ...fact, value: valueAt(rules, fact.path) },
  }));
  return {
    sections: RULE_SECTIONS.map((name) => ({
      name,
      rules: all.filter(({ section }) => section === name).map(({ rule }) => rule),
    })),
    ranks: rules.ranks.map(({ names, ...figures }) => ({
      ...figures,
      names: Object.entries(names)
        .map(([locale, name]) => ({ locale, name }))
        .sort((a, b) => (a.locale < b.locale ? -1 : 1)),
    })),
  };
}

function given({ values, ranks }: changes.RulesDraftInput): GivenRules {
  return { values: values ?? [], ranks: ranks ?? null };
}
