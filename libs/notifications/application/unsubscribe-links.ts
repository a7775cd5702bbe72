import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT, SiteSecret } from '#libs/platform';
import type { Environment } from '#libs/platform';
import { MAILED_KINDS } from '../domain/notice-kinds.js';
import type { MailedKind } from '../domain/notice-kinds.js';

/** Whose mails of which kind. */
export interface MailSubscription {
  accountId: number;
  kind: MailedKind;
}

const TOKEN = /^(\d{1,15})\.([A-Z_]{1,60})\.([\w-]{43})$/;

/**
 * Links that end mails of one kind for one person. Whoever got the mail can use them without logging in, years later
 * too, so they are signed instead of kept; all they can do is to end these mails.
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    private readonly secret: SiteSecret,
    @Inject(ENVIRONMENT) private readonly environment: Pick<Environment, 'publicUrl'>,
  ) {}

  async urlFor(accountId: number, kind: MailedKind): Promise<string> {
    const signature = await this.sign(`${accountId}.${kind}`);
    return `${this.environment.publicUrl}/unsubscribe?token=${accountId}.${kind}.${signature.toString('base64url')}`;
  }

  /** Null for a token that is not one of ours. */
  async read(token: string): Promise<MailSubscription | null> {
    const [, accountId = '', name = '', signature = ''] = TOKEN.exec(token) ?? [];
    const kind = MAILED_KINDS.find((mailed) => mailed === name);
    if (!kind) return null;
    const expected = await this.sign(`${accountId}.${name}`);
    const given = Buffer.from(signature, 'base64url');
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    return isOurs ? { accountId: Number(accountId), kind } : null;
  }

  private sign(text: string): Promise<Buffer> {
    return this.secret.digest('unsubscribe', text);
  }
}
