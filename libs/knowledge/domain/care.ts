import { UserInputError } from '#libs/kernel';
import { normaliseText } from '#libs/markdown';

/** An article that applies to more products than this says nothing about any. */
export const PRODUCTS_AT_MOST = 10;
const REMARK_MAX = 300;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Whoever wants an article looked at later than this will have forgotten why. */
const YEARS_AHEAD = 10;

/**
 * A day to come, as `2027-05-01`; null for none.
 * @throws UserInputError on `reviewDueOn` for a day that is not one, has passed, or is more than ten years away
 */
export function requireReviewDay(value: string | null, now = new Date()): string | null {
  const day = value?.trim() ?? '';
  if (day === '') return null;
  const time = new Date(`${day}T00:00:00Z`);
  // The 31st of February is read as some day of March.
  const isDay = DAY.test(day) && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
  const last = new Date(now);
  last.setUTCFullYear(now.getUTCFullYear() + YEARS_AHEAD);
  if (!isDay || time <= now || time > last) {
    throw UserInputError.field(
      'reviewDueOn',
      'Please give a day to come within ten years, as in 2027-05-01.',
    );
  }
  return day;
}

/** @throws UserInputError on `remark` */
export function requireStaleRemark(value: string): string {
  const remark = normaliseText(value).replace(/\s+/g, ' ').trim();
  const length = [...remark].length;
  if (length === 0 || length > REMARK_MAX) {
    throw UserInputError.field(
      'remark',
      `Please say in up to ${REMARK_MAX} characters what is no longer true.`,
    );
  }
  return remark;
}
