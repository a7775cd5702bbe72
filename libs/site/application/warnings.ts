import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT, Jobs } from '#libs/platform';
import type { Environment } from '#libs/platform';
import { MailQueries } from '../persistence/mail.queries.js';

export const WARNING_CODES = [
  'RATE_LIMITS_OFF',
  'NO_HTTPS',
  'NO_MAIL_SERVER',
  'MAILS_GIVEN_UP',
  'MAILS_DELAYED',
  'NO_WORKER',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export interface Warning {
  code: WarningCode;
  /** What is wrong and what follows from it, in English. */
  message: string;
  /** How many mails it is about; null where it is about none. */
  mails: number | null;
  /** The address that lacks https, or what the mail server said. */
  detail: string | null;
}

/** What an ADMIN should know and do something about; an empty list is a healthy site. */
@Injectable()
export class Warnings {
  constructor(
    private readonly mails: MailQueries,
    private readonly jobs: Jobs,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async current(): Promise<Warning[]> {
    const warnings = [
      this.aboutLimits(),
      this.aboutAddress(),
      await this.aboutMails(),
      await this.aboutWorkers(),
    ];
    return warnings.filter((warning) => warning !== null);
  }

  private aboutLimits(): Warning | null {
    if (this.environment.rateLimits) return null;
    return warning(
      'RATE_LIMITS_OFF',
      'RATE_LIMITS is off: nobody is held back from posting, voting or guessing passwords. ' +
        'That is for imports and measurements, not for a site that is open to all.',
    );
  }

  private aboutAddress(): Warning | null {
    const { publicUrl } = this.environment;
    const { protocol, hostname } = new URL(publicUrl);
    const isHere = /^(localhost|127\.|\[::1\])/.test(hostname);
    if (protocol === 'https:' || isHere) return null;
    return warning(
      'NO_HTTPS',
      `PUBLIC_URL is ${publicUrl}: without https, passwords and sessions can be read on their way.`,
      { detail: publicUrl },
    );
  }

  private async aboutMails(): Promise<Warning | null> {
    const { waiting, givenUp, lastError } = await this.mails.backlog();
    if (!this.environment.smtpUrl) {
      const kept = waiting + givenUp;
      return warning(
        'NO_MAIL_SERVER',
        'SMTP_URL is not set: no mail leaves this site, not even a link for a new password. ' +
          `Mails are kept in the database for you to read; so far ${countOf(kept, 'mail')}.`,
        { mails: kept },
      );
    }
    const detail = lastError ?? 'nothing';
    if (givenUp > 0) {
      const message = `${countOf(givenUp, 'mail')} could not be sent; the mail server said: ${detail}`;
      return warning('MAILS_GIVEN_UP', message, { mails: givenUp, detail });
    }
    if (lastError === null) return null;
    const message = `${countOf(waiting, 'mail')} not sent yet; the mail server said: ${detail}`;
    return warning('MAILS_DELAYED', message, { mails: waiting, detail });
  }

  private async aboutWorkers(): Promise<Warning | null> {
    if (await this.jobs.areServed()) return null;
    return warning(
      'NO_WORKER',
      'No worker is running: mails, the nightly cleaning and other work in the background wait for one.',
    );
  }
}

function warning(
  code: WarningCode,
  message: string,
  about: Partial<Pick<Warning, 'mails' | 'detail'>> = {},
): Warning {
  return { code, message, mails: null, detail: null, ...about };
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
