import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT, Jobs } from '#libs/platform';
import type { Environment } from '#libs/platform';
import { MailQueries } from '../persistence/mail.queries.js';

/** What an ADMIN should know and do something about; an empty list is a healthy site. */
@Injectable()
export class Warnings {
  constructor(
    private readonly mails: MailQueries,
    private readonly jobs: Jobs,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async current(): Promise<string[]> {
    const warnings = [
      this.aboutLimits(),
      this.aboutAddress(),
      await this.aboutMails(),
      await this.aboutWorkers(),
    ];
    return warnings.filter((warning) => warning !== null);
  }

  private aboutLimits(): string | null {
    if (this.environment.rateLimits) return null;
    return (
      'RATE_LIMITS is off: nobody is held back from posting, voting or guessing passwords. ' +
      'That is for imports and measurements, not for a site that is open to all.'
    );
  }

  private aboutAddress(): string | null {
    const { protocol, hostname } = new URL(this.environment.publicUrl);
    const isHere = /^(localhost|127\.|\[::1\])/.test(hostname);
    if (protocol === 'https:' || isHere) return null;
    return `PUBLIC_URL is ${this.environment.publicUrl}: without https, passwords and sessions can be read on their way.`;
  }

  private async aboutMails(): Promise<string | null> {
    const { waiting, givenUp, lastError } = await this.mails.backlog();
    if (!this.environment.smtpUrl) {
      const kept = waiting + givenUp;
      const where =
        kept > 0 ? `${countOf(kept, 'mail')} can be read below “Mails”.` : 'They are kept below “Mails”.';
      return `SMTP_URL is not set: no mail leaves this site. ${where}`;
    }
    if (givenUp > 0) {
      return `${countOf(givenUp, 'mail')} could not be sent; the mail server said: ${lastError ?? 'nothing'}`;
    }
    return lastError ? `${countOf(waiting, 'mail')} not sent yet; the mail server said: ${lastError}` : null;
  }

  private async aboutWorkers(): Promise<string | null> {
    if (await this.jobs.areServed()) return null;
    return 'No worker is running: mails, the nightly cleaning and other work in the background wait for one.';
  }
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
