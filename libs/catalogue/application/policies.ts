import { isAtLeast, policy, publicPolicy } from '#libs/kernel';

/** Who may do what with the catalogue. */
export const cataloguePolicies = {
  /** Archived products too: what was written about them stays. */
  browse: publicPolicy('catalogue.browse'),
  manage: policy('catalogue.manage', {
    requires: 'STAFF',
    refusal: 'Only staff look after products, versions and categories.',
    when: (viewer) => isAtLeast(viewer.role, 'STAFF'),
  }),
  setOwnVersion: policy('catalogue.set-own-version'),
};
