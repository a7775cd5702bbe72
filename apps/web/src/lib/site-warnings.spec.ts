import { translatorOf } from './i18n.ts';
import { de } from './messages/de.ts';
import { en } from './messages/en.ts';
import { warningText, type SiteWarning } from './site-warnings.ts';

const english = translatorOf('en', en);
const german = translatorOf('de', de);

function warning(about: Partial<SiteWarning>): SiteWarning {
  return { code: 'NO_WORKER', message: 'As the server puts it.', mails: null, detail: null, ...about };
}

describe('what administrators are warned of', () => {
  it('is said in their language, with what it is about', () => {
    const refused = warning({ code: 'MAILS_GIVEN_UP', mails: 2, detail: '550 no such person' });
    expect(warningText(refused, english)).toBe(
      '2 e-mails could not be sent. The mail server said: 550 no such person',
    );
    expect(warningText(refused, german)).toBe(
      '2 Mails konnten nicht verschickt werden. Der Mailserver sagte: 550 no such person',
    );
    const open = warning({ code: 'NO_HTTPS', detail: 'http://desk.example.com' });
    expect(warningText(open, german)).toContain('(PUBLIC_URL) ist http://desk.example.com.');
    expect(warningText(warning({ code: 'NO_MAIL_SERVER', mails: 0 }), german)).toContain('SMTP_URL');
  });

  it('is left as the server puts it where the page has no words for it yet', () => {
    expect(warningText(warning({ code: 'DISK_NEARLY_FULL' }), german)).toBe('As the server puts it.');
  });
});
