import { UserInputError } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';

/** Why a post is reported. */
export type FlagReason = 'SPAM' | 'RUDE' | 'NOT_AN_ANSWER' | 'PLAGIARISM' | 'OTHER';

/** What those who moderate say of the reports on a post. It is about the reports: acting on the post is another deed. */
export type FlagVerdict = 'HELPFUL' | 'DECLINED';

/** Of remarks, notes and reasons, in characters. */
const TEXT_MAX = 300;

/** Points that a sanction takes. */
const SANCTION = { least: 1, most: 1_000 } as const;

/** One line of plain text. @throws UserInputError beyond `TEXT_MAX` characters */
export function requireShortText(path: string, value: string | null | undefined): string {
  const text = oneLine(value);
  if ([...text].length > TEXT_MAX) {
    throw UserInputError.field(path, `This takes ${TEXT_MAX} characters at most.`);
  }
  return text;
}

/** The same where it must be given: the act is done to others and is on record. @throws UserInputError */
export function requireReason(value: string | null | undefined, path = 'reason'): string {
  const text = requireShortText(path, value);
  if (text === '') throw UserInputError.field(path, `Please say why, in up to ${TEXT_MAX} characters.`);
  return text;
}

/** @throws UserInputError: other reasons say nothing by themselves, and whose work it is must be found */
export function requireRemark(reason: FlagReason, value: string | null | undefined): string {
  const remark = requireShortText('remark', value);
  if (remark === '' && reason === 'OTHER') {
    throw UserInputError.field('remark', 'Please say what is wrong with it.');
  }
  if (remark === '' && reason === 'PLAGIARISM') {
    throw UserInputError.field('remark', 'Please say where it was copied from.');
  }
  return remark;
}

/** @throws UserInputError unless it is a whole number from 1 to 1,000 */
export function requireSanctionPoints(points: number): number {
  if (!Number.isInteger(points) || points < SANCTION.least || points > SANCTION.most) {
    throw UserInputError.field('points', 'A sanction takes 1 to 1,000 points.');
  }
  return points;
}

function oneLine(value: string | null | undefined): string {
  return normaliseText(value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
