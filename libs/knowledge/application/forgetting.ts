import { Injectable } from '@nestjs/common';
import { ErasureFollowedUp, MentionRemoval } from '#libs/accounts';
import type { MentioningTexts } from '#libs/accounts';
import { Database, DomainEvents } from '#libs/platform';

const TEXTS: readonly MentioningTexts[] = [
  { table: 'article', source: 'body', made: ['body_html', 'excerpt'] },
  { table: 'article_version', source: 'body', made: ['body_html', 'excerpt'] },
];

/**
 * What becomes of the work of somebody whose account was erased: articles and their versions stay, what they held or
 * looked after is free for others, and what they remarked about articles goes. Whether these helped still counts.
 */
@Injectable()
export class Forgetting {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
    mentions: MentionRemoval,
  ) {
    events.on(ErasureFollowedUp, async ({ accountId, username, signal }) => {
      await this.forget(accountId);
      await mentions.takeOut(username, TEXTS, signal);
    });
  }

  private async forget(accountId: number): Promise<void> {
    for (const sql of [
      `delete from candidate_hold where account_id = $1`,
      `update article set owner_id = null where owner_id = $1`,
      `update article_feedback set comment = null where account_id = $1 and comment is not null`,
    ]) {
      await this.database.query(sql, [accountId]);
    }
  }
}
