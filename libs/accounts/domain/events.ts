import type { Actor, Role } from '#libs/kernel';

/** Published inside the transaction that changes the role. `by` is null for the operator's command line. */
export class RoleChanged {
  constructor(
    readonly accountId: number,
    readonly from: Role,
    readonly to: Role,
    readonly by: Actor | null,
  ) {}
}

export class AccountRegistered {
  constructor(readonly accountId: number) {}
}
