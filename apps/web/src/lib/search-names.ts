import type { Translator } from './i18n.ts';
import type { FacetName, FacetValue, SearchCondition, SearchFacets } from './model/search.ts';

const states = {
  accepted: 'search.state.accepted',
  official: 'search.state.official',
  answered: 'search.state.answered',
  unanswered: 'search.state.unanswered',
} as const;

function isState(value: string): value is keyof typeof states {
  return Object.hasOwn(states, value);
}

/** What people call one value of a facet. */
export function facetLabel(
  { t, languageName }: Translator,
  facet: FacetName,
  { value, label }: Pick<FacetValue, 'value' | 'label'>,
): string {
  if (facet === 'languages') return languageName(value);
  if (facet === 'kinds') return value === 'FAQ' ? t('search.scope.faq') : t('search.scope.questions');
  return facet === 'states' && isState(value) ? t(states[value]) : label;
}

/** What people call a condition that they typed. */
export function conditionLabel(
  translator: Translator,
  condition: SearchCondition,
  facets: SearchFacets | null,
): string {
  const { field, excluded } = condition;
  if (field === 'ANSWERED') return facetLabel(translator, 'states', stateOf(excluded));
  const name = wantedLabel(translator, condition, facets);
  return excluded ? translator.t('search.without', { what: name }) : name;
}

function stateOf(excluded: boolean): { value: string; label: string } {
  return { value: excluded ? 'unanswered' : 'answered', label: '' };
}

function wantedLabel(
  translator: Translator,
  { field, value }: SearchCondition,
  facets: SearchFacets | null,
): string {
  const { t } = translator;
  switch (field) {
    case 'KIND':
      return value === 'article' ? t('search.scope.faq') : t('search.scope.questions');
    case 'ACCEPTED':
    case 'OFFICIAL':
      return facetLabel(translator, 'states', { value: field.toLowerCase(), label: value });
    case 'LOCALE':
      return facetLabel(translator, 'languages', { value, label: value });
    case 'AUTHOR':
      return t('search.by', { name: value });
    case 'PRODUCT':
      return facets?.products.find((product) => product.value === value)?.label ?? value;
    default:
      return value;
  }
}

/** The languages of the results with the reader's own first; everything else as the API orders it. */
export function readersFirst(values: readonly FacetValue[], language: string): FacetValue[] {
  return [...values].sort((a, b) => Number(b.value === language) - Number(a.value === language));
}
