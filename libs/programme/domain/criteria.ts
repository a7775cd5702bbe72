import type { RuleSet } from '#libs/reputation';

/** What it takes to be a superuser, in the order in which people read it. The figures are in the rule set. */
export const CRITERIA = ['REPUTATION', 'ACTIVE_DAYS', 'SOLUTIONS', 'ASKERS', 'QUALITY'] as const;
export type CriterionName = (typeof CRITERIA)[number];

type SuperuserRules = RuleSet['superusers'];

/** Where each stands: in the rules, and in what was counted of somebody. */
export const CRITERION_FIELDS = {
  REPUTATION: 'reputation',
  ACTIVE_DAYS: 'activeDays',
  SOLUTIONS: 'solutions',
  ASKERS: 'askers',
  QUALITY: 'quality',
} as const satisfies Record<CriterionName, keyof SuperuserRules>;

type CriterionField = (typeof CRITERION_FIELDS)[CriterionName];

/** What was counted of somebody. Quality is 0 to 1; all others are whole numbers. */
export type Figures = Readonly<Record<CriterionField, number>>;

/** One criterion, and what somebody has of it. */
export interface Criterion {
  readonly name: CriterionName;
  /** What it takes to be suggested. */
  readonly needed: number;
  /** What it takes to stay: `stayShare` of it. */
  readonly neededToStay: number;
  readonly has: number;
  readonly isMet: boolean;
  readonly isEnoughToStay: boolean;
}

/** Each criterion by the rules, with what was counted of somebody. */
export function criteriaOf(figures: Figures, rules: SuperuserRules): Criterion[] {
  return CRITERIA.map((name) => {
    const field = CRITERION_FIELDS[name];
    const [needed, has] = [rules[field], figures[field]];
    const neededToStay = needed * rules.stayShare;
    return { name, needed, neededToStay, has, isMet: has >= needed, isEnoughToStay: has >= neededToStay };
  });
}
