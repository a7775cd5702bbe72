import type { PrivilegeByReputation } from '#libs/forum';

/** Rules that give or take points by themselves. Each is paid to one person under one reason of the ledger. */
export const RULE_NAMES = [
  'QUESTION_UPVOTED',
  'QUESTION_DOWNVOTED',
  'ANSWER_UPVOTED',
  'ANSWER_DOWNVOTED',
  'VOTED_ANSWER_DOWN',
  'ANSWER_ACCEPTED',
  'ACCEPTED_AN_ANSWER',
  'ANSWER_ALSO_SOLVED',
  'ANSWER_MADE_OFFICIAL',
  'ANSWER_PROMOTED',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** Quality that opens a door of its own, measured over one's posts, edits of others' posts, and reports. */
export const ABILITIES = ['POSTS', 'EDITS', 'FLAGS'] as const;
export type Ability = (typeof ABILITIES)[number];

export const PRESET_NAMES = ['NEW', 'GROWING', 'ESTABLISHED'] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export interface RankRule {
  /** By language (BCP 47); readers of others see English. */
  readonly names: Readonly<Record<string, string>>;
  readonly reputation: number;
  /** Answers that were accepted, marked as also solving, or made official. */
  readonly solutions: number;
  /** Published articles made of answers of this person. */
  readonly articles: number;
}

/** Everything about standing that admins may set. Times are in days, points and thresholds in whole points. */
export interface RuleSet {
  /** Negative ones are taken. */
  readonly points: Readonly<Record<RuleName, number>>;
  /** What upvotes bring one account for one UTC day at most. */
  readonly dailyCap: number;
  /** The reputation that opens each. Being logged in is enough where it is 0. */
  readonly privileges: Readonly<Record<PrivilegeByReputation, number>>;
  /** The quality from which an ability counts as shown, 0 to 1; see `quality`. */
  readonly abilities: Readonly<Record<Ability, number>>;
  /** A privilege is lost below `share` of its threshold, or after `graceDays` below the threshold itself. */
  readonly hysteresis: { readonly share: number; readonly graceDays: number };
  /** Votes a person casts a UTC day, all together and for one author. */
  readonly votes: {
    readonly upPerDay: number;
    readonly downPerDay: number;
    readonly upPerAuthor: number;
    readonly downPerAuthor: number;
  };
  readonly bounty: {
    readonly least: number;
    readonly most: number;
    readonly days: number;
    /** How long the offerer may still award it after it has ended, before the rule decides. */
    readonly graceDays: number;
    /** The score from which an answer gets the bounty by rule. */
    readonly leastScore: number;
  };
  readonly solutions: {
    readonly alsoSolvedMost: number;
    /** A moderator may accept for an asker who has not done so for so long. */
    readonly onBehalfAfterDays: number;
    readonly reminderAfterDays: number;
  };
  /** The Bayesian average of a helper's stars: as if `priorWeight` ratings of `priorMean` stars came first. */
  readonly ratings: {
    readonly priorMean: number;
    readonly priorWeight: number;
    readonly leastCount: number;
  };
  /** From the lowest up; the first asks for nothing. */
  readonly ranks: readonly RankRule[];
  /** A contribution counts half after so many days. */
  readonly expertise: { readonly halfLifeDays: number };
  readonly superusers: {
    readonly reputation: number;
    /** The days that the following are counted over. */
    readonly windowDays: number;
    readonly activeDays: number;
    readonly solutions: number;
    /** Different people whose questions were solved. */
    readonly askers: number;
    /** The quality of posts, 0 to 1. */
    readonly quality: number;
    /** Whoever is in stays while they have this share of each criterion, and for `graceDays` below it. */
    readonly stayShare: number;
    readonly graceDays: number;
    readonly invitationDays: number;
    readonly termMonths: number;
  };
}

/** A rule set as it was saved. Entries of the ledger name its version for ever, so it is never changed. */
export interface SavedRuleSet {
  readonly version: number;
  /** Null: somebody changed a preset. */
  readonly preset: PresetName | null;
  readonly rules: RuleSet;
  /** Why it was made, as its maker says. */
  readonly note: string;
  readonly createdBy: number | null;
  readonly createdAt: Date;
}
