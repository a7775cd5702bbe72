import { isAtLeast, policy, publicPolicy } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';

const isStaff = (viewer: Viewer) => isAtLeast(viewer.role, 'STAFF');

/** Who may do what with what people look for: one line per action. */
export const insightsPolicies = {
  /** Guests search too; nothing that is recorded says who they are. */
  record: publicPolicy('intent.record'),
  read: policy('insights.read', { requires: 'STAFF', when: isStaff }),
  /** Take up a gap, close it with an article, or dismiss it. */
  work: policy('gap.work', { requires: 'STAFF', when: isStaff }),
  configure: policy('insights.configure', {
    requires: 'ADMIN',
    when: (viewer) => isAtLeast(viewer.role, 'ADMIN'),
  }),
};
