import type { MailWords } from '../mail-wording.js';

export const english: MailWords = {
  language: 'en',
  greeting: ({ name }) => `Hello ${name},`,
  kinds: {
    ACCEPT_REMINDER: ({ title }) => ({
      subject: `Did an answer solve it? ${title}`,
      text:
        `your question “${title}” has answers. If one of them solved it, please accept it: whoever has the same ` +
        'problem finds it faster, and the person who helped you is thanked. If none did, a comment on what is still ' +
        'missing brings you closer.',
    }),
    ACCEPTED_ON_BEHALF: ({ title, reason }) => ({
      subject: `An answer was accepted in your name: ${title}`,
      text:
        `your question “${title}” has had an answer for a while, and you have not said whether it helped. So that others ` +
        `find what helps, somebody who moderates has accepted an answer in your name:\n\n“${reason}”\n\nThe last word ` +
        'is yours: on the page below you can take it back or accept another answer, at any time.',
    }),
    SUPERUSER_INVITED: ({ site, until }) => ({
      subject: `You are invited to become a superuser of ${site}`,
      text:
        `you help so many people at ${site}, and so well, that we would like you to become a superuser: a trusted ` +
        `member who helps to look after the place. What it means, and what it does not, stands on the page below. ` +
        `It is your choice, and you can accept until ${until}; nothing changes if you do not.`,
    }),
    SUPERUSER_TERM_ENDING: ({ site, until }) => ({
      subject: `Your term as a superuser ends on ${until}`,
      text:
        `thank you for looking after ${site}. Your term as a superuser ends on ${until}. On the page below you can ` +
        'renew it, or step down, which needs no reason.',
    }),
  },
  ending: ({ site, unsubscribeLink }) =>
    `You get this from ${site} because you have an account there. No more mails of this kind:\n${unsubscribeLink}`,
};
