import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Mailer } from './mailer.js';

export interface Letter {
  recipient: string;
  /** One line. */
  subject: string;
  /** Plain text. */
  body: string;
  /** Ends mails of the same kind for their reader, by POST and without logging in; left out for what they asked for. */
  unsubscribeUrl?: string;
}

/**
 * Where mails are posted: a row in the transaction that causes the mail, so none goes out for what was rolled back
 * and none is lost. Without a mail server they stay here, for admins to read.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    @Inject(Mailer) private readonly mailer: Pick<Mailer, 'deliverSoon'>,
  ) {}

  async post(letter: Letter): Promise<void> {
    await this.database.query(
      `insert into mail (recipient, subject, body, unsubscribe_url) values ($1, $2, $3, $4)`,
      [letter.recipient, letter.subject, letter.body, letter.unsubscribeUrl ?? null],
    );
    await this.mailer.deliverSoon();
  }
}
