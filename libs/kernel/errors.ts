/** The codes that clients may rely on in `extensions.code`. */
export type ErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'CONFLICT' | 'RATE_LIMITED';

/** One field that was refused: `path` as the client wrote it (`title`, `tags.2`), `message` with the way out. */
export interface FieldProblem {
  path: string;
  message: string;
  /** Never changes, where programs may want to know what it is about: `TAG_UNKNOWN`. */
  code?: string;
  /** What of it was refused, where it is one of several. */
  value?: string;
  /** What could be given instead, the best first. */
  suggestions?: readonly string[];
  /** With `OUT_OF_RANGE`: what is taken. */
  range?: NumberRange;
}

/** The figures that a field takes, both ends included. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  /** No fractions. */
  readonly isWhole: boolean;
}

/** A figure that a field does not take, and which it does: in words, and so that programs can say it in theirs. */
export function outOfRange(path: string, { least, most, isWhole }: NumberRange): FieldProblem {
  const kind = isWhole ? 'a whole number' : 'a number';
  const message = `This must be ${kind} from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}.`;
  return { path, message, code: 'OUT_OF_RANGE', range: { least, most, isWhole } };
}

/**
 * A failure that we expect and that the person can do something about. Everything else that is thrown is a
 * defect and reaches clients as INTERNAL_SERVER_ERROR with a request id only.
 */
export abstract class PeerdeskError extends Error {
  abstract readonly code: ErrorCode;

  /** What goes into `extensions` beside the code. */
  get details(): Record<string, unknown> {
    return {};
  }
}

/** Something that was given cannot be taken as it is. */
export class UserInputError extends PeerdeskError {
  readonly code = 'BAD_USER_INPUT';

  constructor(readonly fields: readonly FieldProblem[]) {
    super(fields.map((field) => field.message).join(' '));
  }

  /** The usual case: one field, one reason. */
  static field(path: string, message: string): UserInputError {
    return new UserInputError([{ path, message }]);
  }

  override get details() {
    return { fields: this.fields };
  }
}

/**
 * Runs checks that each throw a UserInputError, and tells what is wrong with all fields at once.
 * @throws UserInputError with the problems of all that failed
 */
export function checkAll<Results extends unknown[]>(
  ...checks: { [Index in keyof Results]: () => Results[Index] }
): Results {
  const problems: FieldProblem[] = [];
  const results = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof UserInputError)) throw error;
      problems.push(...error.fields);
      return undefined;
    }
  });
  if (problems.length > 0) throw new UserInputError(problems);
  return results as Results;
}

export class UnauthenticatedError extends PeerdeskError {
  readonly code = 'UNAUTHENTICATED';

  /** @param fields what was wrong with credentials that were given */
  constructor(
    message = 'Please log in first.',
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
  }

  override get details() {
    return this.fields.length > 0 ? { fields: this.fields } : {};
  }
}

/** The person is known, and may not. `requires` names the missing privilege or role; `more` says how far it is. */
export class ForbiddenError extends PeerdeskError {
  readonly code = 'FORBIDDEN';

  constructor(
    readonly requires: string,
    message = `This needs ${requires}.`,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  override get details() {
    return { requires: this.requires, ...this.more };
  }
}

/** It does not exist, or this person may not know that it does: the two must not be told apart. */
export class NotFoundError extends PeerdeskError {
  readonly code = 'NOT_FOUND';

  constructor(what: string) {
    super(`${what} was not found. It may have been deleted.`);
  }
}

/** Somebody else was faster, or the state does not allow it. `current` helps to try again. */
export class ConflictError extends PeerdeskError {
  readonly code = 'CONFLICT';

  constructor(
    message: string,
    readonly current: Record<string, unknown> = {},
  ) {
    super(message);
  }

  override get details() {
    return this.current;
  }
}

/** Too much in too short a time. `retryAfter` is in whole seconds, at least 1; `more` says which limit it was. */
export class RateLimitedError extends PeerdeskError {
  readonly code = 'RATE_LIMITED';

  constructor(
    readonly retryAfter: number,
    message = `Too many attempts. Please wait ${retryAfter} seconds.`,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  override get details() {
    return { retryAfter: this.retryAfter, ...this.more };
  }
}
