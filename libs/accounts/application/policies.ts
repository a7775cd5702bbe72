import { isAtLeast, policy, publicPolicy } from '#libs/kernel';

/** Who may do what with accounts. */
export const accountPolicies = {
  /** Names, roles, reputation and what people wrote are public. */
  read: publicPolicy('account.read'),
  register: publicPolicy('account.register'),
  login: publicPolicy('account.login'),
  logout: publicPolicy('account.logout'),
  resetPassword: publicPolicy('account.reset-password'),
  changeOwn: policy('account.change-own'),
  /** E-mail addresses: one's own, and for those who run the site. */
  readEmail: policy<{ accountId: number }>('account.read-email', {
    requires: 'ADMIN',
    when: (viewer, account) => viewer.accountId === account.accountId || viewer.role === 'ADMIN',
  }),
  list: policy('account.list', { requires: 'ADMIN', when: (viewer) => isAtLeast(viewer.role, 'ADMIN') }),
  eraseOwn: policy('account.erase-own'),
  /** Of others: one's own takes the password. */
  erase: policy<{ accountId: number }>('account.erase', {
    requires: 'ADMIN',
    refusal: 'Admins erase the accounts of others here, and their own on the page of settings.',
    when: (viewer, account) => viewer.role === 'ADMIN' && viewer.accountId !== account.accountId,
  }),
  setRole: policy('account.set-role', {
    requires: 'ADMIN',
    when: (viewer) => isAtLeast(viewer.role, 'ADMIN'),
  }),
};
