import { UserInputError, outOfRange } from '#libs/kernel';
import type { FieldProblem, NumberRange } from '#libs/kernel';

/**
 * From where on something is looked at. Admins set them and nobody else reads them: who knows how much goes unnoticed
 * does just so much. None of them convicts anybody; two people look at the case first.
 */
export interface FraudThresholds {
  /** How far back votes and acceptances are looked at together, in days. */
  readonly windowDays: number;
  /** Votes of one person for what one other wrote … */
  readonly serialVotes: number;
  /** … and which share they are of all votes of that person. */
  readonly serialShare: number;
  /** Upvotes from each member of a ring to the next … */
  readonly ringVotes: number;
  /** … and which share they are of all upvotes of that member. */
  readonly ringShare: number;
  /** Acceptances in each direction between two people … */
  readonly reciprocalAcceptances: number;
  /** … and how many times as many as chance would give, both directions together. */
  readonly reciprocalFactor: number;
  /** Days on which two accounts were used from one network with one browser … */
  readonly sharedDays: number;
  /** … which so many accounts have at most (an office or a school is no person) … */
  readonly sharedAccounts: number;
  /** … and votes and acceptances between the two. */
  readonly sharedDeeds: number;
  /** What was dismissed comes back once it has grown by this share. */
  readonly regrowth: number;
}

export const DEFAULT_THRESHOLDS: FraudThresholds = {
  windowDays: 30,
  serialVotes: 10,
  serialShare: 0.5,
  ringVotes: 6,
  ringShare: 0.2,
  reciprocalAcceptances: 3,
  reciprocalFactor: 5,
  sharedDays: 3,
  sharedAccounts: 4,
  sharedDeeds: 4,
  regrowth: 0.5,
};

type Name = keyof FraudThresholds;

const whole = (least: number, most: number): NumberRange => ({ least, most, isWhole: true });
const fraction = (least: number, most: number): NumberRange => ({ least, most, isWhole: false });

/** Below the least, honest people would fill the queue; above the most nothing would ever be found. */
export const THRESHOLD_RANGES: Readonly<Record<Name, NumberRange>> = {
  windowDays: whole(7, 180),
  serialVotes: whole(3, 1_000),
  serialShare: fraction(0.05, 1),
  ringVotes: whole(2, 1_000),
  ringShare: fraction(0.01, 1),
  reciprocalAcceptances: whole(1, 100),
  reciprocalFactor: fraction(1, 1_000),
  sharedDays: whole(1, 30),
  sharedAccounts: whole(2, 50),
  sharedDeeds: whole(1, 1_000),
  regrowth: fraction(0, 10),
};

export const THRESHOLD_NAMES = Object.keys(THRESHOLD_RANGES) as Name[];

/** @throws UserInputError naming each that is out of its range */
export function requireThresholds(given: FraudThresholds): FraudThresholds {
  const problems = THRESHOLD_NAMES.flatMap((name): FieldProblem[] => {
    const range = THRESHOLD_RANGES[name];
    const value = given[name];
    const fits = value >= range.least && value <= range.most && (!range.isWhole || Number.isInteger(value));
    return fits ? [] : [outOfRange(name, range)];
  });
  if (problems.length > 0) throw new UserInputError(problems);
  return Object.fromEntries(THRESHOLD_NAMES.map((name) => [name, given[name]])) as unknown as FraudThresholds;
}
