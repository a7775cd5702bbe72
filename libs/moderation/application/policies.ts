import { isAtLeast, policy } from '#libs/kernel';

/** Who may do what with the records of moderation. */
export const moderationPolicies = {
  readAudit: policy('audit.read', {
    requires: 'MODERATOR',
    when: (viewer) => isAtLeast(viewer.role, 'MODERATOR'),
  }),
};
