import { isAtLeast, policy } from '#libs/kernel';
import type { Viewer } from '#libs/kernel';

const isStaff = (viewer: Viewer) => isAtLeast(viewer.role, 'STAFF');

/** Who may look after search; searching itself is the forum's to allow. */
export const searchPolicies = {
  /** Synonyms, stop words, what is raised and what is shown first. */
  curate: policy('search.curate', { requires: 'STAFF', when: isStaff }),
  seeHealth: policy('search.seeHealth', { requires: 'STAFF', when: isStaff }),
};
