import type { Page } from '#lib/model.ts';
import type {
  Deflection,
  Gap,
  GapState,
  InsightsSettings,
  IntentEvent,
  SearchActivity,
} from '#lib/model/insights.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';

export const recordIntent = document<
  { recordIntent: { recorded: number } },
  { input: { session: string; intent: string; locale: string; events: IntentEvent[] } }
>(`
mutation RecordIntent($input: RecordIntentInput!) { recordIntent(input: $input) { recorded } }`);

export const intentPolicy = document<{ intentPolicy: { suggest: boolean } }, { session: string }>(`
query IntentPolicy($session: String!) { intentPolicy(session: $session) { suggest } }`);

const group = `people asked notAsked solved askedShare interval { low high }`;

export const deflection = document<
  { insights: { deflection: Deflection; activity: SearchActivity }; insightsSettings: InsightsSettings },
  { from: string; to: string }
>(`
query Deflection($from: DateTime, $to: DateTime) {
  insights {
    deflection(from: $from, to: $to) {
      from to verdict rate interval { low high } confidence avoided { estimate low high }
      withSuggestions { ${group} } withoutSuggestions { ${group} } leastPeople
    }
    activity(from: $from, to: $to) { intents searches searchesWithoutResults searchesWithoutClick opened }
  }
  insightsSettings { holdoutPercent retentionDays }
}`);

export const updateInsightsSettings = document<
  { updateInsightsSettings: { settings: InsightsSettings } },
  { input: { holdoutPercent: number; retentionDays: number } }
>(`
mutation UpdateInsightsSettings($input: UpdateInsightsSettingsInput!) {
  updateInsightsSettings(input: $input) { settings { holdoutPercent } }
}`);

export const knowledgeGaps = document<
  { knowledgeGaps: Page<Gap> },
  { states: GapState[]; after: string | null }
>(
  `
query KnowledgeGaps($states: [KnowledgeGapState!], $after: String) {
  knowledgeGaps(first: 20, after: $after, states: $states) {
    nodes {
      id title words locale needs searchesWithoutResults searchesWithoutClick failedSuggestions repeatedQuestions
      recent before lastAt state reason missedAgainAt
      assignee { ...Person }
      article { id title path status deflected { since opened solved askedAnyway } }
      history { kind at needs by { ...Person } article { id title path } }
      examples { kind text count question { id path } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  person,
);

type Taken = { gap: { id: string } };

export const takeGap = document<{ takeGap: Taken }, { input: { gapId: string; force?: boolean } }>(`
mutation TakeGap($input: TakeGapInput!) { takeGap(input: $input) { gap { id } } }`);

export const reopenGap = document<{ reopenGap: Taken }, { input: { gapId: string } }>(`
mutation ReopenGap($input: ReopenGapInput!) { reopenGap(input: $input) { gap { id } } }`);

export const dismissGap = document<{ dismissGap: Taken }, { input: { gapId: string; reason: string } }>(`
mutation DismissGap($input: DismissGapInput!) { dismissGap(input: $input) { gap { id } } }`);

export const resolveGap = document<{ resolveGap: Taken }, { input: { gapId: string; articleId: string } }>(`
mutation ResolveGap($input: ResolveGapInput!) { resolveGap(input: $input) { gap { id } } }`);

export const articleOfGap = document<{ article: { id: string } | null }, { slug: string }>(`
query ArticleOfGap($slug: String!) { article(slug: $slug) { id } }`);
