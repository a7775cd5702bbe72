import { UserInputError } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';

/** What was wrong with an article that did not help. */
export const FEEDBACK_REASONS = [
  'OUTDATED',
  'UNCLEAR',
  'INCOMPLETE',
  'WRONG',
  'DID_NOT_APPLY',
  'OTHER',
] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** Characters as people count them (code points). */
export const FEEDBACK_COMMENT_MAX = 500;

/** What a reader says of an article. Of reason and comment: undefined leaves what was said before. */
export interface ReaderWord {
  helpful: boolean;
  reason?: FeedbackReason | null;
  comment?: string | null;
}

/** @throws UserInputError on `reason` for an article that helped, or `comment` */
export function requireReaderWord({ helpful, reason, comment }: ReaderWord): ReaderWord {
  if (helpful && reason != null) {
    throw UserInputError.field('reason', 'A reason is asked for where the article did not help.');
  }
  const words = comment == null ? comment : normaliseText(comment).trim();
  if (words != null && [...words].length > FEEDBACK_COMMENT_MAX) {
    throw UserInputError.field('comment', `The remark takes ${FEEDBACK_COMMENT_MAX} characters at most.`);
  }
  return { helpful, reason, comment: words === '' ? null : words };
}
