import { UserInputError } from '#libs/kernel';

/** How much is watched, and how long it is kept. */
export interface InsightsSettings {
  /** The share of sessions that are shown no suggestions, in percent. 0 makes deflection unknowable. */
  holdoutPercent: number;
  /** How many whole days the single events are kept. */
  retentionDays: number;
}

export const DEFAULT_SETTINGS: InsightsSettings = { holdoutPercent: 5, retentionDays: 90 };
/** Beyond half, suggestions would be the exception. */
export const HOLDOUT_PERCENT = { min: 0, max: 50 } as const;
/** Less than a month shows no trend. */
export const RETENTION_DAYS = { min: 30, max: 730 } as const;

/** @throws UserInputError on `holdoutPercent` */
export function requireHoldoutPercent(percent: number): number {
  if (!(percent >= HOLDOUT_PERCENT.min && percent <= HOLDOUT_PERCENT.max)) {
    throw UserInputError.field(
      'holdoutPercent',
      `The share without suggestions is ${HOLDOUT_PERCENT.min} to ${HOLDOUT_PERCENT.max} percent.`,
    );
  }
  return percent;
}

/** @throws UserInputError on `retentionDays` */
export function requireRetentionDays(days: number): number {
  if (!Number.isInteger(days) || days < RETENTION_DAYS.min || days > RETENTION_DAYS.max) {
    throw UserInputError.field(
      'retentionDays',
      `Events are kept ${RETENTION_DAYS.min} to ${RETENTION_DAYS.max} days.`,
    );
  }
  return days;
}

/**
 * Whether a session belongs to the holdout. The digest is a keyed hash of the session, so the answer is the same every
 * time, no client can choose it, and a larger share keeps those who were in the smaller one.
 */
export function isHeldOut(digest: Buffer, percent: number): boolean {
  return digest.readUInt32BE(0) / 2 ** 32 < percent / 100;
}
