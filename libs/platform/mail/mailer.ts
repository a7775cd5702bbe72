import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { ENVIRONMENT } from '../config/environment.js';
import type { Environment } from '../config/environment.js';
import { Database } from '../database/database.js';
import type { Job } from '../jobs/job.js';
import { Jobs } from '../jobs/jobs.js';
import { LOGGER } from '../logging/logger.js';
import type { Logger } from '../logging/logger.js';
import { SiteSettings } from '../settings/site-settings.js';
import type { Smtp } from './smtp.js';

/** When a mail is tried again after its first, second, … failure, in seconds; after the last one it is given up. */
const RETRY_AFTER = [60, 600, 3_600, 21_600];
/** A mail that is being sent belongs to its worker for so long; then the worker must have died. */
const CLAIM_SECONDS = 120;
/** Nobody wants a link of last week because the mail server is back. */
const DAYS_WORTH_SENDING = 3;
const DAYS_KEPT_AS_SENT = 30;

interface DueMail {
  id: number;
  recipient: string;
  subject: string;
  body: string;
  unsubscribeUrl: string | null;
  createdAt: Date;
  attempts: number;
}

/**
 * Sends what is in the outbox. A mail may go out twice when the machine dies at the wrong moment, and then bears the
 * same Message-ID; it is never lost. What could not be sent stays with its last error, for admins to see.
 */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly delivery: Job<Record<string, never>>;
  private smtp: Smtp | null = null;

  constructor(
    private readonly database: Database,
    private readonly settings: SiteSettings,
    jobs: Jobs,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.delivery = jobs.define({
      name: 'mail.deliver',
      actor: 'system',
      // For what waited while there was no mail server; everything else is asked for when it is due.
      cron: '*/10 * * * *',
      run: () => this.deliverDue(),
    });
  }

  /** Asks for what is due to be sent, when the surrounding transaction commits. */
  async deliverSoon(options?: { afterSeconds: number }): Promise<void> {
    if (this.environment.smtpUrl) await this.delivery.add({}, options);
  }

  /** Sends everything that is due, one after the other; several workers share the work. */
  async deliverDue(): Promise<void> {
    const { smtpUrl } = this.environment;
    if (!smtpUrl) return;
    const smtp = (this.smtp ??= new (await import('./smtp.js')).Smtp(smtpUrl));
    for (let mail = await this.claim(); mail; mail = await this.claim()) {
      const failure = await this.send(smtp, mail);
      if (failure) await this.noteFailure(mail, failure);
      else await this.noteSent(mail);
      // What one mail met with, the others would too; they are tried with the next one.
      if (failure && isUnreachable(failure)) return;
    }
  }

  /** Forgets mails that went out long ago. Those that did not are kept for the admins. */
  async clearOld(): Promise<void> {
    await this.database.query(`delete from mail where sent_at < now() - make_interval(days => $1)`, [
      DAYS_KEPT_AS_SENT,
    ]);
  }

  onModuleDestroy(): void {
    this.smtp?.close();
  }

  /**
   * The attempt counts from here, so that a mail which kills its worker is not tried for ever. The column is rounded to
   * milliseconds: now() must be too, or what was posted just before would be due half a millisecond later, and wait.
   */
  private claim(): Promise<DueMail | undefined> {
    return this.database.one<DueMail>(
      `update mail set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $1)
        where id = (select id from mail
                     where sent_at is null and next_attempt_at <= now()::timestamptz(3)
                       and created_at > now() - make_interval(days => $2)
                     order by next_attempt_at, id limit 1 for update skip locked)
       returning id, recipient, subject, body, unsubscribe_url as "unsubscribeUrl", created_at as "createdAt", attempts`,
      [CLAIM_SECONDS, DAYS_WORTH_SENDING],
    );
  }

  private async send(smtp: Smtp, mail: DueMail): Promise<Error | null> {
    const { publicUrl } = this.environment;
    const messageId = `<${mail.id}.${mail.createdAt.getTime()}@${new URL(publicUrl).hostname}>`;
    const from = {
      name: await this.settings.get('name', 'Peerdesk'),
      address: smtp.senderFor(publicUrl),
    };
    try {
      await smtp.send({ ...mail, messageId, from });
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** The text may hold a link that logs somebody in; once it is on its way nobody needs it here. */
  private async noteSent(mail: DueMail): Promise<void> {
    await this.database.query(
      `update mail set sent_at = now(), next_attempt_at = null, last_error = null, body = '', unsubscribe_url = null
        where id = $1`,
      [mail.id],
    );
  }

  private async noteFailure(mail: DueMail, failure: Error): Promise<void> {
    const afterSeconds = RETRY_AFTER[mail.attempts - 1];
    this.logger.warn({ mailId: mail.id, attempt: mail.attempts, err: failure }, 'a mail could not be sent');
    await this.database.transaction(async () => {
      await this.database.query(
        `update mail set last_error = $2, next_attempt_at = now() + make_interval(secs => $3) where id = $1`,
        [mail.id, failure.message.slice(0, 500), afterSeconds ?? null],
      );
      if (afterSeconds) await this.deliverSoon({ afterSeconds });
    });
  }
}

/** The server was not reached or does not let us in: that says nothing about the mail. */
function isUnreachable(failure: Error): boolean {
  const { code, responseCode } = failure as { code?: string; responseCode?: number };
  return responseCode === undefined || responseCode === 421 || code === 'EAUTH';
}
