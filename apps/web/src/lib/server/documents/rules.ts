import type { RulesComparison, RulesInput, SearchHealth, SearchRules } from '#lib/model/rules.ts';
import { document } from '../document.ts';
import { person } from './fragments.ts';
import { hit } from './search.ts';

const rules = `
fragment Rules on SearchRules {
  locale version reason createdAt stopWords
  synonyms { words oneWay }
  pinned { query ids subjects { ... on Article { id path } ... on Question { id path } } }
  boosts { field value factor }
  author { ...Person }
}
${person}`;

export const searchRules = document<
  {
    searchRuleLocales: string[];
    searchRules: SearchRules;
    searchRuleVersions: SearchRules[];
    searchHealth: SearchHealth;
  },
  { locale: string; before: number | null }
>(
  `
query SearchRules($locale: String!, $before: Int) {
  searchRuleLocales
  searchRules(locale: $locale) { ...Rules }
  searchRuleVersions(locale: $locale, first: 10, before: $before) { ...Rules }
  searchHealth {
    answering breakerOpen
    indexes { engine ready problem documents dirty lagSeconds setAside sweptAt }
  }
}`,
  rules,
);

export const previewSearchRules = document<
  { previewSearchRules: RulesComparison },
  { query: string; rules: RulesInput & { locale: string } }
>(
  `
query PreviewSearchRules($query: String!, $rules: SearchRulesInput!) {
  previewSearchRules(query: $query, rules: $rules) { before { ...Hit } after { ...Hit } }
}`,
  hit,
);

export const saveSearchRules = document<
  unknown,
  { input: RulesInput & { locale: string; expectedVersion: number; reason?: string } }
>(`
mutation SaveSearchRules($input: SaveSearchRulesInput!) { saveSearchRules(input: $input) { rules { version } } }`);

export const restoreSearchRules = document<
  unknown,
  { input: { locale: string; version: number; expectedVersion: number } }
>(`
mutation RestoreSearchRules($input: RestoreSearchRulesInput!) {
  restoreSearchRules(input: $input) { rules { version } }
}`);

export const articleId = document<{ article: { id: string } | null }, { slug: string }>(`
query ArticleId($slug: String!) { article(slug: $slug) { id } }`);
