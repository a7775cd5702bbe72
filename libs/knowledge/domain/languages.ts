/** An article and its translations are one group, named by the number of the original. */
export interface GroupMember {
  readonly articleId: number;
  /** The original; null for the original itself. */
  readonly translationOf: number | null;
}

export function groupOf({ articleId, translationOf }: GroupMember): number {
  return translationOf ?? articleId;
}

/** What tells whether a translation still says what its original says. */
export interface TranslationFacts {
  /** The version of the original that was translated; null for an original. */
  readonly translatedVersion: number | null;
  /** The version of the original that readers see; null for an original. */
  readonly originalVersion: number | null;
}

/** Readers of the original are further than readers of the translation. */
export function isOutdated({ translatedVersion, originalVersion }: TranslationFacts): boolean {
  return translatedVersion !== null && originalVersion !== null && translatedVersion < originalVersion;
}
