import { Injectable } from '@nestjs/common';
import { decodeCursor } from '#libs/kernel';
import { Database, pageOf } from '#libs/platform';
import type { Page } from '#libs/platform';

export interface MailRow {
  mailId: number;
  recipient: string;
  subject: string;
  body: string;
  attempts: number;
  lastError: string | null;
  nextAttemptAt: Date | null;
  createdAt: Date;
}

const COLUMNS = `id as "mailId", recipient, subject, body, attempts, last_error as "lastError",
  next_attempt_at as "nextAttemptAt", created_at as "createdAt"`;

/** Mails that did not leave the site: none could be sent, or not yet, or it was given up. */
@Injectable()
export class MailQueries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async kept({ first, after }: { first: number; after?: string | null }): Promise<Page<MailRow>> {
    const [id] = after ? decodeCursor('mails', ['number'], after) : [null];
    const rows = await this.database.query<MailRow>(
      `select ${COLUMNS} from mail
        where sent_at is null and ($1::bigint is null or id < $1) order by id desc limit $2`,
      [id, first + 1],
    );
    return pageOf(rows, first);
  }

  byId(id: number): Promise<MailRow | undefined> {
    return this.database.one<MailRow>(`select ${COLUMNS} from mail where id = $1 and sent_at is null`, [id]);
  }

  async backlog(): Promise<{ waiting: number; givenUp: number; lastError: string | null }> {
    const row = await this.database.one<{ waiting: number; givenUp: number; lastError: string | null }>(
      `select count(*) filter (where next_attempt_at is not null) as waiting,
              count(*) filter (where next_attempt_at is null) as "givenUp",
              (select last_error from mail where sent_at is null and last_error is not null
                order by id desc limit 1) as "lastError"
         from mail where sent_at is null`,
    );
    return row ?? { waiting: 0, givenUp: 0, lastError: null };
  }
}
