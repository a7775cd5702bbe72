import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

const KEY = 'site-secret';

/** A secret that all processes of a site share. It never leaves the server; what is made with it may. */
@Injectable()
export class SiteSecret {
  private secret: Promise<string> | null = null;

  constructor(private readonly database: Database) {}

  /** A keyed hash: nobody outside can tell what went in, and the same gives the same. */
  async digest(purpose: string, text: string): Promise<Buffer> {
    this.secret ??= this.read();
    return createHmac('sha256', await this.secret)
      .update(`${purpose}\0${text}`)
      .digest();
  }

  private async read(): Promise<string> {
    const row = await this.database.one<{ value: string }>(
      `insert into site_setting (key, value) values ($1, to_jsonb($2::text))
       on conflict (key) do update set key = excluded.key returning value`,
      [KEY, randomBytes(32).toString('base64url')],
    );
    if (!row) throw new Error('the secret of the site was not kept');
    return row.value;
  }
}
