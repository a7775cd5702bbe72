import type { Privilege } from '#libs/forum';

/** What became of somebody's privileges. Each is published once, inside the transaction that takes note of it. */

/** For the first time. What everybody has from the start is not announced. */
export class PrivilegeGained {
  constructor(
    readonly accountId: number,
    readonly privilege: Privilege,
    /** Grows with each gain and loss: a key for what is told once. */
    readonly changeId: number,
  ) {}
}

/** Neither reputation nor quality would open it now. Unless that changes, it is lost at `until`. */
export class PrivilegeAtRisk {
  constructor(
    readonly accountId: number,
    readonly privilege: Privilege,
    readonly since: Date,
    readonly until: Date,
    /** Null where no reputation opens it. */
    readonly reputationNeeded: number | null,
  ) {}
}

/** One or several at once, as when somebody has put up much of what they had. */
export class PrivilegesLost {
  constructor(
    readonly accountId: number,
    readonly losses: readonly PrivilegeLoss[],
  ) {}
}

export interface PrivilegeLoss {
  readonly privilege: Privilege;
  readonly changeId: number;
  /** What opens it again; null where no reputation does. */
  readonly reputationNeeded: number | null;
}

/** Opened again after it had been lost. */
export class PrivilegeRegained {
  constructor(
    readonly accountId: number,
    readonly privilege: Privilege,
    readonly changeId: number,
  ) {}
}
