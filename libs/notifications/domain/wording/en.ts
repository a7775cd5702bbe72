import type { MailWords } from '../mail-wording.js';

export const english: MailWords = {
  language: 'en',
  greeting: ({ name }) => `Hello ${name},`,
  kinds: {
    ACCEPT_REMINDER: ({ title }) => ({
      subject: `Did an answer solve it? ${title}`,
      text:
        `your question “${title}” has answers. If one of them solved it, please accept it: whoever has the same ` +
        'problem finds it faster, and it thanks the person who helped you. If none did, add a comment on what is still ' +
        'missing.',
    }),
    ACCEPTED_ON_BEHALF: ({ title, reason }) => ({
      subject: `An answer was accepted on your behalf: ${title}`,
      text:
        `your question “${title}” has had an answer for a while, and you have not said whether it helped. So that others ` +
        `find what helps, a moderator has accepted an answer on your behalf:\n\n“${reason}”\n\nYou have the last ` +
        'word: on the page below you can undo this or accept another answer at any time.',
    }),
    SUPERUSER_INVITED: ({ site, until }) => ({
      subject: `You are invited to become a superuser of ${site}`,
      text:
        `you help so many people at ${site}, and so well, that we would like you to become a superuser: a trusted ` +
        `member who helps to look after the community. The page below says what it means and what it does not. ` +
        `It is up to you, and you can accept until ${until}; nothing changes if you do not.`,
    }),
    SUPERUSER_TERM_ENDING: ({ site, until }) => ({
      subject: `Your term as a superuser ends on ${until}`,
      text:
        `thank you for looking after ${site}. Your term as a superuser ends on ${until}. On the page below you can ` +
        'renew it or step down without giving a reason.',
    }),
  },
  ending: ({ site, unsubscribeLink }) =>
    `You get this e-mail from ${site} because you have an account there. Unsubscribe from these e-mails:\n${unsubscribeLink}`,
};
