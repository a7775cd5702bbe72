import { isAtLeast, policy, publicPolicy } from '#libs/kernel';

/** Who may do what with the site as a whole. */
export const sitePolicies = {
  read: publicPolicy('site.read'),
  /** Open to whoever comes first; the use case sees to it that nobody comes second. */
  setUp: publicPolicy('site.set-up'),
  update: policy('site.update', { requires: 'ADMIN', when: (viewer) => isAtLeast(viewer.role, 'ADMIN') }),
  readWarnings: policy('site.read-warnings', {
    requires: 'ADMIN',
    when: (viewer) => isAtLeast(viewer.role, 'ADMIN'),
  }),
  /** Mails that wait hold links which let their readers in. */
  readMails: policy('site.read-mails', {
    requires: 'ADMIN',
    when: (viewer) => isAtLeast(viewer.role, 'ADMIN'),
  }),
};
