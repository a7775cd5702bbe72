import type { MailWords } from '../mail-wording.js';

export const german: MailWords = {
  language: 'de',
  greeting: ({ name }) => `Hallo ${name},`,
  kinds: {
    ACCEPT_REMINDER: ({ title }) => ({
      subject: `Hat eine Antwort geholfen? ${title}`,
      text:
        `zu deiner Frage „${title}“ gibt es Antworten. Hat eine davon das Problem gelöst, dann nimm sie bitte an: Wer ` +
        'dasselbe Problem hat, findet sie schneller, und es ist ein Dank an die Person, die dir geholfen hat. Hat keine ' +
        'geholfen, dann schreib in einem Kommentar, was noch fehlt.',
    }),
    ACCEPTED_ON_BEHALF: ({ title, reason }) => ({
      subject: `Für dich wurde eine Antwort angenommen: ${title}`,
      text:
        `zu deiner Frage „${title}“ gibt es seit einer Weile eine Antwort, und du hast nicht gesagt, ob sie geholfen hat. ` +
        'Damit andere finden, was hilft, hat jemand aus der Moderation für dich eine Antwort angenommen:\n\n' +
        `„${reason}“\n\nDas letzte Wort hast du: Auf der Seite unten kannst du das jederzeit zurücknehmen oder eine ` +
        'andere Antwort annehmen.',
    }),
    SUPERUSER_INVITED: ({ site, until }) => ({
      subject: `Einladung: Werde Superuser bei ${site}`,
      text:
        `du hilfst bei ${site} so vielen Menschen und so gut, dass wir dich gern als Superuser hätten: als Mitglied, ` +
        'dem alle vertrauen und das ein Auge auf die Community hat. Was dazugehört und was nicht, steht auf der Seite ' +
        `unten. Du entscheidest frei und kannst bis zum ${until} zusagen; tust du es nicht, bleibt alles, wie es ist.`,
    }),
    SUPERUSER_TERM_ENDING: ({ site, until }) => ({
      subject: `Deine Amtszeit als Superuser endet am ${until}`,
      text:
        `danke, dass du dich um ${site} kümmerst. Deine Amtszeit als Superuser endet am ${until}. Auf der Seite unten ` +
        'kannst du verlängern oder aufhören, ohne einen Grund zu nennen.',
    }),
  },
  ending: ({ site, unsubscribeLink }) =>
    `Du bekommst diese Mail von ${site}, weil du dort ein Konto hast. Diese Mails abbestellen:\n${unsubscribeLink}`,
};
