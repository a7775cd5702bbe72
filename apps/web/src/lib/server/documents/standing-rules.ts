import type { Page } from '#lib/model.ts';
import type {
  Recomputation,
  Rulebook,
  RulePreset,
  RulesDraft,
  RulesOutcome,
  StandingFigures,
  StandingRules,
  StandingRulesVersion,
} from '#lib/model/standing-rules.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

const section = `
fragment Section on ReputationRuleSection { name rules { path value unit least most description } }`;

const rank = `
fragment Rank on RankRules { names { locale name } reputation solutions articles }`;

const version = `
fragment Version on ReputationRules { version note createdAt author { ...Person } changes { path before after } }`;

/** @param version of the rules to show; null for those in force */
export const rulebook = document<
  {
    reputationRules: Rulebook;
    current: { version: number };
    reputationRuleVersions: Page<StandingRulesVersion>;
  },
  { version: number | null; after: string | null }
>(
  `
query Rulebook($version: Int, $after: String) {
  reputationRules(version: $version) { version createdAt sections { ...Section } ranks { ...Rank } }
  current: reputationRules { version }
  reputationRuleVersions(first: 5, after: $after) {
    nodes { ...Version }
    pageInfo { hasNextPage endCursor }
  }
}`,
  section,
  rank,
  version,
  person,
);

export const standingRules = document<
  {
    reputationRules: StandingRules;
    reputationRulePresets: (StandingFigures & { name: RulePreset })[];
    reputationRuleVersions: Page<StandingRulesVersion>;
    reputationRecomputation: Recomputation | null;
  },
  { after: string | null }
>(
  `
query StandingRules($after: String) {
  reputationRules { version preset sections { ...Section } ranks { ...Rank } }
  reputationRulePresets { name sections { ...Section } ranks { ...Rank } }
  reputationRuleVersions(first: 10, after: $after) {
    nodes { ...Version }
    pageInfo { hasNextPage endCursor }
  }
  reputationRecomputation { version state accountsDone accountsTotal changed askedAt }
}`,
  section,
  rank,
  version,
  person,
);

export const previewRules = document<{ previewRules: RulesOutcome }, { draft: RulesDraft; days: number }>(
  `
query PreviewRules($draft: RulesDraftInput!, $days: Int!) {
  previewRules(draft: $draft, days: $days, first: 10) {
    days entries accounts gainers losers total
    gained { user { ...Person } before after }
    lost { user { ...Person } before after }
    privileges { privilege gained lost gainedBy { ...Person } lostBy { ...Person } }
    changes { path before after }
  }
}`,
  person,
);

export const saveRules = document<
  { saveRules: { rules: { version: number } } },
  { input: RulesDraft & { basedOnVersion: number; note: string } }
>(`
mutation SaveRules($input: SaveRulesInput!) { saveRules(input: $input) { rules { version } } }`);

export const recomputeReputation = document<
  { recomputeReputation: { recomputation: { version: number } } },
  { input: { version: number } }
>(`
mutation RecomputeReputation($input: RecomputeReputationInput!) {
  recomputeReputation(input: $input) { recomputation { version } }
}`);
