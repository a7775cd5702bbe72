import { UserInputError } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';

/** What became of an invitation. */
export const INVITATION_STATES = ['OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Why a term is over: its time was up, the superuser stepped down, or an admin gave them another role. */
export const TERM_ENDS = ['COMPLETED', 'STEPPED_DOWN', 'ROLE_CHANGED'] as const;
export type TermEnd = (typeof TERM_ENDS)[number];

/** Of the reason of a nomination, in characters. */
export const NOMINATION_REASON = { min: 20, max: 1_000 } as const;
/** Of the words that go with an invitation, in characters. */
export const INVITATION_MESSAGE = { max: 1_000 } as const;

/** How long nobody can be nominated again by the same person, and how long a nomination counts. */
export const NOMINATION_DAYS = 365;
/** For so long after a sanction nobody is invited. A sanction that was lifted does not count. */
export const SANCTION_DAYS = 30;
/** For so long before its end a term can be renewed; then superusers are told so. */
export const RENEWAL_DAYS = 30;

/** @throws UserInputError on `reason` */
export function requireNominationReason(text: string): string {
  const reason = normaliseText(text).trim();
  const { min, max } = NOMINATION_REASON;
  const length = [...reason].length;
  if (length < min || length > max) {
    throw UserInputError.field(
      'reason',
      `Please say why, in ${min} to ${max.toLocaleString('en')} characters.`,
    );
  }
  return reason;
}

/** @throws UserInputError on `message` */
export function requireMessage(text: string | null | undefined): string {
  const message = normaliseText(text ?? '').trim();
  const { max } = INVITATION_MESSAGE;
  if ([...message].length > max) {
    throw UserInputError.field(
      'message',
      `What you say with it takes ${max.toLocaleString('en')} characters at most.`,
    );
  }
  return message;
}
