import type { Translator } from './i18n.ts';

/** What an administrator should do something about. */
export interface SiteWarning {
  /** Such as `NO_MAIL_SERVER`. */
  code: string;
  /** In English. */
  message: string;
  /** How many mails it is about. */
  mails: number | null;
  /** The address that lacks https, or what the mail server said. */
  detail: string | null;
}

/** The warning in the reader's words; one of a newer server as that puts it. */
export function warningText(
  { code, message, mails, detail }: SiteWarning,
  { t }: Pick<Translator, 't'>,
): string {
  switch (code) {
    case 'RATE_LIMITS_OFF':
    case 'NO_MAIL_SERVER':
    case 'NO_WORKER':
      return t(`warning.${code}`);
    case 'NO_HTTPS':
      return t(`warning.${code}`, { address: detail ?? '' });
    case 'MAILS_GIVEN_UP':
    case 'MAILS_DELAYED':
      return t(`warning.${code}`, { n: mails ?? 0, answer: detail ?? '' });
    default:
      return message;
  }
}
