import { isAtLeast, policy, publicPolicy } from '#libs/kernel';

/** Who may do what with the rules of standing. */
export const rulePolicies = {
  /** Whoever is to live by rules may read them, and what they were. */
  read: publicPolicy('rules.read'),
  /** Also to try them: the dry run names who would lose. */
  change: policy('rules.change', { requires: 'ADMIN', when: (viewer) => isAtLeast(viewer.role, 'ADMIN') }),
};
