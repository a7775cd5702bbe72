/** A text by language (BCP 47); English is always there, for readers of all others. */
export type Words = Readonly<Record<string, string>> & { readonly en: string };

export const BADGE_TIERS = ['BRONZE', 'SILVER', 'GOLD'] as const;
export type BadgeTier = (typeof BADGE_TIERS)[number];

/** What a badge is given for once each: to a person, or to a person for each post, or in each tag. */
export const BADGE_SUBJECTS = ['ACCOUNT', 'POST', 'TAG'] as const;
export type BadgeSubject = (typeof BADGE_SUBJECTS)[number];

/** Everything that badges can be given for. Each is said, and counted, in `persistence/measures`. */
export const MEASURE_NAMES = [
  'QUESTIONS',
  'QUESTION_SCORE',
  'QUESTION_VIEWS',
  'QUESTION_AFFECTED',
  'ANSWERS_ACCEPTED_AS_ASKER',
  'ANSWERS',
  'ANSWER_SCORE',
  'CONTESTED_SCORE',
  'ACCEPTED_ANSWERS',
  'ALSO_SOLVED_ANSWERS',
  'OFFICIAL_ANSWERS',
  'SOLUTIONS',
  'PEOPLE_HELPED',
  'FAST_SOLUTIONS',
  'LATE_RESCUES',
  'LANGUAGES',
  'TAGS_SOLVED',
  'TAG_SCORE',
  'TAG_SOLUTIONS',
  'VOTES_CAST',
  'EDITS',
  'HELPFUL_FLAGS',
  'COMMENTS',
  'HELPER_RATING',
  'COURTEOUS_RATINGS',
  'ARTICLES',
  'ARTICLE_HELPFUL',
  'ARTICLE_DEFLECTIONS',
  'BOUNTIES_GIVEN',
  'BOUNTIES_WON',
  'ACTIVE_DAYS',
  'STREAK',
  'PROFILE',
  'YEARS',
  'REPUTATION',
] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];

/** A badge as it is defined. */
export interface BadgeDefinition {
  /** The last part of its address: small letters, digits and hyphens. */
  readonly key: string;
  readonly tier: BadgeTier;
  readonly names: Words;
  readonly descriptions: Words;
  readonly measure: MeasureName;
  /** From this figure on. */
  readonly threshold: number;
  /** How many posts must make up the figure at least, where it is made of posts. */
  readonly leastPieces: number;
  /** True: for each post that reaches it; false: once. */
  readonly isRepeatable: boolean;
}

/** The words for a reader: of the language itself, of its main language, in English. */
export function inLanguage(words: Words, locale: string | null | undefined): string {
  const wish = locale ?? 'en';
  return words[wish] ?? words[wish.split('-', 1)[0]!.toLowerCase()] ?? words.en;
}
