import { isAtLeast, policy, publicPolicy } from '#libs/kernel';

/** Who may do what with badges, ranks and expertise. */
export const recognitionPolicies = {
  /** Whoever is to earn something may read what it takes, and who has it. */
  read: publicPolicy('recognition.read'),
  manageBadges: policy('badges.manage', {
    requires: 'ADMIN',
    when: (viewer) => isAtLeast(viewer.role, 'ADMIN'),
  }),
  /** Whether one is introduced on the first page is one's own business. */
  readOwnSpotlight: publicPolicy<{ readonly accountId: number }>('spotlight.read-own', {
    when: (viewer, person) => viewer.accountId === person.accountId,
  }),
  chooseSpotlight: policy('spotlight.choose'),
};
