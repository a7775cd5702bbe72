import { policy, publicPolicy } from '#libs/kernel';

/** Who may do what with notices. They are nobody's but those of the person who is told. */
export const notificationPolicies = {
  readOwn: policy<{ accountId: number }>('notice.read-own', {
    when: (viewer, owner) => viewer.accountId === owner.accountId,
  }),
  markOwn: policy('notice.mark-own'),
  chooseMails: policy('notice.choose-mails'),
  /** Whoever holds the link of a mail, without logging in. */
  unsubscribe: publicPolicy('notice.unsubscribe'),
};
