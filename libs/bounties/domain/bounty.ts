import { UserInputError } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';

export const BOUNTY_STATES = ['OPEN', 'AWARDED', 'RETURNED'] as const;
export type BountyState = (typeof BOUNTY_STATES)[number];

/** Who or what decided: its offerer, or the rule after its end, by what the asker accepted or by votes. */
export const AWARD_RULES = ['BY_OFFERER', 'BY_ACCEPTANCE', 'BY_SCORE'] as const;
export type AwardRule = (typeof AWARD_RULES)[number];

export const RETURN_REASONS = ['WITHDRAWN', 'QUESTION_DELETED', 'NO_ANSWER'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** In characters, after trimming. */
export const BOUNTY_NOTE = { max: 300 } as const;

/** What every entry of the ledger about a bounty names as its cause; the database balances by it. */
export const bountyCause = (bountyId: number): string => `bounty:${bountyId}`;

/**
 * @param limits of the rules in force, in points
 * @param standing what the offerer has
 * @throws UserInputError on `amount`
 */
export function requireAmount(
  amount: number,
  { least, most }: { least: number; most: number },
  standing: number,
): void {
  if (!Number.isInteger(amount) || amount < least || amount > most) {
    throw UserInputError.field('amount', `A bounty is ${least} to ${most} points.`);
  }
  if (amount > standing) {
    const points = standing.toLocaleString('en');
    throw UserInputError.field(
      'amount',
      `A bounty comes out of your own reputation, and you have ${points}.` +
        (standing < least ? '' : ` Please offer ${Math.min(standing, most)} points at most.`),
    );
  }
}

/** The words that go with it, on one line. @throws UserInputError on `note` */
export function requireNote(text: string | null | undefined): string {
  const note = normaliseText(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if ([...note].length > BOUNTY_NOTE.max) {
    throw UserInputError.field('note', `What you say with it takes ${BOUNTY_NOTE.max} characters at most.`);
  }
  return note;
}
