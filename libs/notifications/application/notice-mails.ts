import { Inject, Injectable } from '@nestjs/common';
import { AccountQueries, viewerFrom } from '#libs/accounts';
import { PostQueries, forumPolicies, questionPath } from '#libs/forum';
import type { Viewer } from '#libs/kernel';
import { ENVIRONMENT, Outbox, SiteSettings } from '#libs/platform';
import type { Environment } from '#libs/platform';
import { mailWordsIn, wordedMail } from '../domain/mail-wording.js';
import { destinationOf, isMailed } from '../domain/notice-kinds.js';
import type { NoticeFacts } from '../domain/notice-facts.js';
import type { MailedKind, Telling } from '../domain/notice-kinds.js';
import { NoticeStore } from '../persistence/notice.store.js';
import type { Recipient } from '../persistence/notice.store.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';

interface Subject {
  title: string;
  path: string;
}

/** Mails what must reach people who are away. A mail is posted with its notice, so it is posted once. */
@Injectable()
export class NoticeMails {
  constructor(
    private readonly store: NoticeStore,
    private readonly accounts: AccountQueries,
    private readonly posts: PostQueries,
    private readonly links: UnsubscribeLinks,
    private readonly outbox: Outbox,
    private readonly settings: SiteSettings,
    @Inject(ENVIRONMENT) private readonly environment: Pick<Environment, 'publicUrl'>,
  ) {}

  /** To whoever has an address and has not refused mails of this kind. */
  async post(tellings: readonly Telling[]): Promise<void> {
    for (const telling of tellings) {
      if (!isMailed(telling.kind)) continue;
      const recipient = await this.store.recipient(telling.accountId, telling.kind);
      if (recipient) await this.postTo(recipient, telling.kind, telling);
    }
  }

  private async postTo(recipient: Recipient, kind: MailedKind, telling: Telling): Promise<void> {
    const [account] = await this.accounts.byIds([recipient.accountId]);
    if (!account) return;
    const subject = telling.subject ? await this.readable(telling.subject.id, viewerFrom(account)) : null;
    // A mail about something that they may not see would say nothing, or too much.
    if (telling.subject && !subject) return;
    const { publicUrl } = this.environment;
    const path = destinationOf(kind, { username: account.username, subjectPath: subject?.path ?? null });
    const unsubscribeUrl = await this.links.urlFor(recipient.accountId, kind);
    const { until, reason = '' }: NoticeFacts = telling.data;
    const { subject: line, body } = wordedMail(
      mailWordsIn(recipient.locale ?? (await this.settings.get('locale', 'en'))),
      kind,
      {
        name: recipient.displayName,
        site: await this.settings.get('name', 'Peerdesk'),
        title: subject?.title ?? '',
        reason,
        link: publicUrl + (path ?? '/notices'),
        unsubscribeLink: unsubscribeUrl,
        ...(until && { until }),
      },
    );
    await this.outbox.post({ recipient: recipient.email, subject: line, body, unsubscribeUrl });
  }

  /** What a post is called and where it is, for somebody who may see it. */
  private async readable(postId: number, viewer: Viewer): Promise<Subject | null> {
    const [row] = await this.posts.byIds([postId]);
    if (!row || !forumPolicies.read.permits(viewer, row)) return null;
    const path = questionPath(row) + (row.kind === 'answer' ? `#answer-${row.id}` : '');
    return { title: row.questionTitle, path };
  }
}
