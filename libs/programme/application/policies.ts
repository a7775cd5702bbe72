import { holdsPrivilege } from '#libs/forum';
import { isStaff, policy, publicPolicy } from '#libs/kernel';
import type { Actor, Role } from '#libs/kernel';

/** Somebody whom an act or a fact is about. */
interface PersonFacts {
  readonly accountId: number;
}

const nominates = (viewer: Actor) => holdsPrivilege(viewer, 'NOMINATE_SUPERUSER');

/** Who may do what with the superuser programme. */
export const programmePolicies = {
  /** Who they are and what it takes is for everybody. */
  read: publicPolicy('superusers.read'),
  nominate: policy('superuser.nominate', {
    requires: 'NOMINATE_SUPERUSER',
    refusal: 'Nominating a superuser needs more reputation.',
    when: nominates,
  }),
  /** Whom it is offered for: other customers who do not look after the place yet. Refusals are worded one by one. */
  beOffered: policy<PersonFacts & { readonly role: Role }>('superuser.offer-nomination', {
    requires: 'NOMINATE_SUPERUSER',
    when: (viewer, { accountId, role }) =>
      nominates(viewer) && role === 'MEMBER' && viewer.accountId !== accountId,
  }),
  /** How far somebody is, and whether they were invited, is between them and those who invite. */
  readOwn: publicPolicy<PersonFacts>('superuser.read-own', {
    when: (viewer, person) => viewer.accountId === person.accountId || isStaff(viewer.role),
  }),
  /** Suggestions, nominations, invitations and terms of all, and what is done about them. */
  manage: policy('superuser.manage', { requires: 'STAFF', when: (viewer) => isStaff(viewer.role) }),
  /** Accepting, declining, renewing and stepping down: each for oneself. */
  decideForOneself: policy('superuser.decide'),
};
