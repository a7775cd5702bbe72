import { Injectable } from '@nestjs/common';
import { AccountErased, ErasureFollowedUp, MentionRemoval } from '#libs/accounts';
import type { MentioningTexts } from '#libs/accounts';
import { Database, DomainEvents } from '#libs/platform';

const TEXTS: readonly MentioningTexts[] = [
  { table: 'post', source: 'body', made: ['body_html', 'excerpt'] },
  { table: 'post_revision', source: 'body' },
  { table: 'comment', source: 'body', made: ['body_html'] },
  { table: 'draft', source: 'body' },
];

/** What the forum forgets of somebody whose account was erased. What they wrote stays, and so do their votes. */
@Injectable()
export class Forgetting {
  constructor(
    events: DomainEvents,
    private readonly database: Database,
    mentions: MentionRemoval,
  ) {
    events.on(AccountErased, ({ accountId }) => this.deleteDrafts(accountId));
    events.on(ErasureFollowedUp, async ({ accountId, username, signal }) => {
      await this.deleteDrafts(accountId);
      await mentions.takeOut(username, TEXTS, signal);
    });
  }

  private async deleteDrafts(accountId: number): Promise<void> {
    await this.database.query(`delete from draft where account_id = $1`, [accountId]);
  }
}
