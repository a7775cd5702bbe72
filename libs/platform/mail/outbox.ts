import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface Letter {
  recipient: string;
  subject: string;
  body: string;
}

/** Wakes the mailer; listeners read what is due from the table, so a lost wake-up only means later. */
export const MAIL_CHANNEL = 'peerdesk_mail';

/**
 * Where mails are posted: a row in the transaction that causes the mail, so none goes out for what was rolled back
 * and none is lost. Without a mail server they stay here, for admins to read.
 */
@Injectable()
export class Outbox {
  constructor(private readonly database: Database) {}

  async post(letter: Letter): Promise<void> {
    await this.database.query(
      `with posted as (insert into mail (recipient, subject, body) values ($1, $2, $3))
       select pg_notify($4, '')`,
      [letter.recipient, letter.subject, letter.body, MAIL_CHANNEL],
    );
  }
}
