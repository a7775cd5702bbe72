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
