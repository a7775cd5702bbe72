import type { Actor, Role } from '#libs/kernel';

/** Published inside the transaction that changes the role. `by` is null for the operator's command line and for the site itself. */
export class RoleChanged {
  constructor(
    readonly accountId: number,
    readonly from: Role,
    readonly to: Role,
    readonly by: Actor | null,
  ) {}
}

/** Somebody proved who they are by their password. */
export class LoggedIn {
  constructor(readonly accountId: number) {}
}

export class AccountRegistered {
  constructor(readonly accountId: number) {}
}

/**
 * An account was erased. Published inside the transaction that erases it, under the lock of the account: handlers delete
 * what is the person's alone, and touch nothing that others may hold locked. `by` is null for the operator.
 */
export class AccountErased {
  constructor(
    readonly accountId: number,
    readonly by: Actor | null,
    /** Null where somebody erased their own account. */
    readonly reason: string | null,
  ) {}
}

/**
 * Published by a job soon after an account was erased, outside of any transaction. Handlers delete once more what
 * requests that were under way may have left, and do what is large or locks what others use; each may run twice.
 */
export class ErasureFollowedUp {
  constructor(
    readonly accountId: number,
    /** What the person was called, to be taken out of texts. */
    readonly username: string,
    readonly signal: AbortSignal,
  ) {}
}
