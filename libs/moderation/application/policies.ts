import { ROLES, isAtLeast, policy, publicPolicy } from '#libs/kernel';
import type { Actor, Role } from '#libs/kernel';

/** What the policies look at in the reports on a post that wait. */
interface FlaggedFacts {
  readonly authorId: number | null;
  readonly flaggers: readonly number[];
}

/** Who is to be sanctioned. */
interface MemberFacts {
  readonly accountId: number;
  readonly role: Role;
}

/** Whom a case is about, and what of it. */
interface CaseFacts {
  readonly accountIds: readonly number[];
}

const moderates = (viewer: Actor) => isAtLeast(viewer.role, 'MODERATOR');
const isOutside = (viewer: Actor, { accountIds }: CaseFacts) =>
  moderates(viewer) && !accountIds.includes(viewer.accountId);
const isAbove = (viewer: Actor, { role }: MemberFacts) => ROLES.indexOf(viewer.role) > ROLES.indexOf(role);

/** Who may do what to keep order. */
export const moderationPolicies = {
  readAudit: policy('audit.read', { requires: 'MODERATOR', when: moderates }),

  flag: policy<{ readonly authorId: number | null }>('post.flag', {
    requires: 'ANOTHER_AUTHOR',
    refusal: 'Nobody reports what they wrote themselves. You can edit or delete it.',
    when: (viewer, post) => viewer.accountId !== post.authorId,
  }),
  /** What one reported oneself, and what became of it. */
  readOwnFlags: policy('flag.read-own'),
  readFlags: policy('flag.read', {
    requires: 'SUPERUSER',
    refusal: 'Reports are for superusers, moderators and staff.',
    when: (viewer) => isAtLeast(viewer.role, 'SUPERUSER'),
  }),
  resolveFlags: policy<FlaggedFacts>('flag.resolve', {
    requires: 'SOMEBODY_ELSE',
    refusal:
      'Nobody decides on reports of their own, or on what they wrote. Please leave it to somebody else.',
    when: (viewer, { authorId, flaggers }) =>
      isAtLeast(viewer.role, 'SUPERUSER') &&
      viewer.accountId !== authorId &&
      !flaggers.includes(viewer.accountId),
  }),

  readSanctions: policy<{ readonly accountId: number }>('sanction.read', {
    requires: 'MODERATOR',
    when: (viewer, { accountId }) => moderates(viewer) || viewer.accountId === accountId,
  }),
  /** Asked before it is known who is meant: to everybody below, the role is what is missing. */
  sanctionAnybody: policy('member.sanction-anybody', {
    requires: 'MODERATOR',
    refusal: 'Moderators and above sanction people, and lift sanctions.',
    when: moderates,
  }),
  /** Also for lifting. Nobody is above themselves. */
  sanction: policy<MemberFacts>('member.sanction', {
    requires: 'HIGHER_ROLE',
    refusal: 'Moderators and above sanction people, and lift sanctions, below their own role only.',
    when: (viewer, member) =>
      moderates(viewer) && viewer.accountId !== member.accountId && isAbove(viewer, member),
  }),

  /** Nobody sees a case that is about them: they would learn what gave them away. */
  readFraud: policy<CaseFacts>('fraud.read', { requires: 'MODERATOR', when: isOutside }),
  decideOnFraud: policy<CaseFacts>('fraud.decide', {
    requires: 'MODERATOR',
    refusal: 'Cases are for moderators and staff whom they are not about.',
    when: isOutside,
  }),
  setFraudThresholds: policy('fraud.set-thresholds', {
    requires: 'ADMIN',
    when: (viewer) => isAtLeast(viewer.role, 'ADMIN'),
  }),
  readInvalidated: publicPolicy('fraud.read-figures'),
};
