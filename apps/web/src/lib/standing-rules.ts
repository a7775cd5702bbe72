import type { Translator } from './i18n.ts';
import type { MessageKey } from './messages/types.ts';
import type { RankRules, RuleDifference, StandingFigures, StandingRule } from './model/standing-rules.ts';

/** Rows for ranks that are not there yet. */
const EMPTY_RANKS = 2;

/** The text of a key that is made of what the API names; undefined for what a newer server has more. */
function said({ t, says }: Translator, key: string): string | undefined {
  return says(key) ? t(key as 'standingRules.title') : undefined;
}

export function ruleText({ path, description }: StandingRule, translator: Translator): string {
  return said(translator, `standingRules.rule.${path}`) ?? description;
}

/** A rule by its path, where nothing else of it is known. */
export function pathText(path: string, translator: Translator): string {
  if (path === 'ranks') return translator.t('standingRules.ranks');
  return said(translator, `standingRules.rule.${path}`) ?? path;
}

export function changeText({ before, after }: RuleDifference, { t, number }: Translator): string {
  if (before === null || after === null) return '';
  return t('standingRules.change', { before: number(before), after: number(after) });
}

export function limitsOf({ path, unit, least, most }: StandingRule, { t, number }: Translator): string {
  const key: MessageKey = `standingRules.unit.${unit}`;
  const limits = t('standingRules.limits', { unit: t(key), least: number(least), most: number(most) });
  return isBar(path) ? `${limits}. ${t('standingRules.barHint')}` : limits;
}

/** Whether it is a quality from which a door opens. */
const isBar = (path: string): boolean => path.startsWith('abilities.');

/** The name of a rank in the reader's language, or in English. */
export function rankName({ names }: RankRules, language: string): string {
  const named = (locale: string) => names.find((name) => name.locale === locale)?.name;
  return named(language) ?? named('en') ?? '';
}

/** The figures of rules by their paths. A server of another version may not have one: that is 0. */
export function figuresBy({ sections }: Pick<StandingFigures, 'sections'>): (path: string) => number {
  const figures = new Map(sections.flatMap(({ rules }) => rules.map(({ path, value }) => [path, value])));
  return (path) => figures.get(path) ?? 0;
}

export const isWhole = ({ unit }: StandingRule): boolean => unit !== 'SHARE' && unit !== 'STARS';

/** What is wrong with what was typed for a rule, in the reader's words; `otherwise` as the API put it. */
export function ruleProblem(
  rule: StandingRule,
  typed: string,
  translator: Translator,
  otherwise: string,
): string {
  const { t, number } = translator;
  const value = typed.trim() === '' ? Number.NaN : Number(typed);
  const limits = { least: number(rule.least), most: number(rule.most) };
  if (Number.isNaN(value) || value < rule.least || value > rule.most) {
    const range = t('standingRules.range', limits);
    return isBar(rule.path) ? `${range} ${t('standingRules.barHint')}` : range;
  }
  if (isWhole(rule) && !Number.isInteger(value)) return t('standingRules.whole', limits);
  return said(translator, `standingRules.clash.${rule.path}`) ?? otherwise;
}

/** What the fields of the form hold: each rule under its path, each rank as `rank.<row>.<field>`. */
export function fieldsOfRules({ sections, ranks }: StandingFigures): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { path, value } of sections.flatMap(({ rules }) => rules)) fields[path] = String(value);
  ranks.forEach((rank, row) => {
    for (const { locale, name } of rank.names) fields[`rank.${row}.${locale}`] = name;
    for (const figure of rankFigures) fields[`rank.${row}.${figure}`] = String(rank[figure]);
  });
  return fields;
}

export const rankFigures = ['reputation', 'solutions', 'articles'] as const;

export function rankRows(values: Readonly<Record<string, string>>, kept: number): number[] {
  const typed = Object.keys(values).flatMap((name) => /^rank\.(\d{1,2})\./.exec(name)?.[1] ?? []);
  const filled = typed.filter((row) => (values[`rank.${row}.en`] ?? '').trim() !== '');
  const rows = Math.max(kept, ...filled.map((row) => Number(row) + 1)) + EMPTY_RANKS;
  return Array.from({ length: Math.min(rows, 20) }, (_, row) => row);
}

/** Figures of ranks that are no whole numbers, said at their fields: cut off, they would be others without a word. */
export function rankProblems(
  values: Readonly<Record<string, string>>,
  { t, number }: Translator,
): Record<string, string> {
  const range = { least: number(0), most: number(1_000_000) };
  const figures = rankRows(values, 0).flatMap((row) => rankFigures.map((figure) => `rank.${row}.${figure}`));
  return Object.fromEntries(
    figures
      .filter((name) => !/^\s*\d{0,7}\s*$/.test(values[name] ?? ''))
      .map((name) => [name, t('standingRules.whole', range)]),
  );
}

/** The ladder as it was typed, and which row of the form each rank came from. Other languages than the form has stay. */
export function ranksFrom(
  values: Readonly<Record<string, string>>,
  before: readonly RankRules[],
): { ranks: RankRules[]; rows: number[] } {
  const rows = rankRows(values, 0).filter((row) => (values[`rank.${row}.en`] ?? '').trim() !== '');
  const ranks = rows.map((row): RankRules => {
    const of = (field: string) => (values[`rank.${row}.${field}`] ?? '').trim();
    const others = (before[row]?.names ?? []).filter(({ locale }) => locale !== 'en' && locale !== 'de');
    const typed = ['en', 'de'].map((locale) => ({ locale, name: of(locale) })).filter(({ name }) => name);
    return {
      names: [...typed, ...others],
      reputation: Number(of('reputation')),
      solutions: Number(of('solutions')),
      articles: Number(of('articles')),
    };
  });
  return { ranks, rows };
}
