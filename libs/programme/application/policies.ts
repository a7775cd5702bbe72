import { holdsPrivilege } from '#libs/forum';
import { isStaff, policy, publicPolicy } from '#libs/kernel';

/** Somebody whom an act or a fact is about. */
interface PersonFacts {
  readonly accountId: number;
}

/** Who may do what with the superuser programme. */
export const programmePolicies = {
  /** Who they are and what it takes is for everybody. */
  read: publicPolicy('superusers.read'),
  nominate: policy('superuser.nominate', {
    requires: 'NOMINATE_SUPERUSER',
    refusal: 'Nominating a superuser needs more reputation.',
    when: (viewer) => holdsPrivilege(viewer, 'NOMINATE_SUPERUSER'),
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
